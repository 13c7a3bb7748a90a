/* Small help where script runs. Every page does all its work without this file. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  function all(selector, within) { return Array.prototype.slice.call((within || document).querySelectorAll(selector)); }
  function plain(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").trim(); }

  /* The faults of a form are read out first. A link to a field also sets the cursor in it. */
  var summary = document.querySelector("[data-error-summary]");
  if (summary) {
    summary.focus();
    summary.addEventListener("click", function (event) {
      var link = event.target.closest("a[href^='#']");
      var field = link && document.getElementById(link.getAttribute("href").slice(1));
      if (!field) { return; }
      event.preventDefault();
      (field.closest(".field") || field).scrollIntoView();
      field.focus({ preventScroll: true });
    });
  }

  /* A shaky finger taps twice: the second tap is held back. The server counts once in any case. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.method !== "post") { return; }
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    all("button:not([type=button])", form).forEach(function (button) { button.setAttribute("aria-disabled", "true"); });
    window.setTimeout(function () { release(form); }, 8000);
  });
  function release(form) {
    delete form.dataset.sent;
    all("[aria-disabled]", form).forEach(function (button) { button.removeAttribute("aria-disabled"); });
  }
  window.addEventListener("pageshow", function () { all("form[data-sent]").forEach(release); });

  all("[data-print]").forEach(function (button) {
    button.addEventListener("click", function () { window.print(); });
  });

  /* Look for a name in a list that is on the page already; accents don't matter. */
  all("[data-filter-for]").forEach(function (box) {
    var list = document.getElementById(box.dataset.filterFor);
    var status = document.getElementById(box.dataset.filterFor + "-status");
    if (!list) { return; }
    box.addEventListener("keydown", function (event) { if (event.key === "Enter") { event.preventDefault(); } });
    box.addEventListener("input", function () {
      var words = plain(box.value).split(/\s+/);
      var shown = 0;
      Array.prototype.forEach.call(list.children, function (row) {
        var text = plain(row.textContent);
        var input = row.querySelector("input");
        var hit = words.every(function (word) { return text.indexOf(word) >= 0; });
        row.hidden = !hit && !(input && input.checked); /* what is chosen stays in sight */
        if (hit) { shown += 1; }
      });
      status.textContent = box.value ? box.dataset.filterText.replace("{number}", shown) : "";
    });
  });

  /* How many letters are left. */
  all("textarea[data-count]").forEach(function (area) {
    var note = document.getElementById(area.id + "-count");
    var most = parseInt(area.dataset.count, 10);
    area.addEventListener("input", function () {
      note.textContent = area.dataset.countText.replace("{left}", most - area.value.length);
    });
  });

  /* A shared tablet: a warning before the session ends, aloud at sixty, thirty and ten seconds. */
  var kiosk = document.querySelector("[data-kiosk]");
  if (kiosk) {
    var text = document.getElementById("kiosk-text");
    var say = kiosk.querySelector("[data-kiosk-say]");
    var length = parseInt(kiosk.dataset.seconds, 10) * 1000;
    var warn = parseInt(kiosk.dataset.warn, 10);
    var end = Date.now() + length;
    var before = null;
    window.setInterval(function () {
      var left = Math.ceil((end - Date.now()) / 1000);
      if (left <= 0) { window.location.replace(kiosk.dataset.end); return; }
      if (left > warn) { return; }
      text.textContent = kiosk.dataset.text.replace("{seconds}", left);
      if (kiosk.hidden) {
        before = document.activeElement;
        kiosk.hidden = false;
        kiosk.querySelector("[data-kiosk-stay]").focus();
      }
      if (left === warn || left === 30 || left === 10) { say.textContent = text.textContent; }
    }, 1000);
    kiosk.querySelector("[data-kiosk-stay]").addEventListener("click", function () {
      fetch(kiosk.dataset.extend, { method: "POST", headers: { "X-CSRFToken": kiosk.dataset.csrf }, credentials: "same-origin" })
        .then(function (answer) {
          if (answer.status !== 204) { window.location.replace(kiosk.dataset.end); return; } /* it is over already */
          end = Date.now() + length;
          kiosk.hidden = true;
          say.textContent = "";
          if (before) { before.focus(); }
        });
    });
  }

  /* Keys on coordinators' screens: only where the page lists them, never inside a field, and they can be put off. */
  var help = document.querySelector("details[data-keys]");
  if (help) {
    var toggle = help.querySelector("[data-keys-toggle]");
    var store = { read: function () { try { return localStorage.getItem("keys") !== "off"; } catch (error) { return true; } },
      write: function (on) { try { localStorage.setItem("keys", on ? "on" : "off"); } catch (error) { /* not kept */ } } };
    var on = store.read();
    var show = function () { toggle.textContent = on ? toggle.dataset.off : toggle.dataset.on; };
    show();
    toggle.addEventListener("click", function () { on = !on; store.write(on); show(); });
    document.addEventListener("keydown", function (event) {
      if (!on || event.ctrlKey || event.altKey || event.metaKey) { return; }
      if (event.target.closest("input, textarea, select, [contenteditable]")) { return; }
      if (event.key === "?") { help.open = !help.open; help.querySelector("summary").focus(); event.preventDefault(); return; }
      if (event.key === "j" || event.key === "k") { walk(event.key === "j" ? 1 : -1); event.preventDefault(); return; }
      var target = all("[data-key]").filter(function (element) { return element.dataset.key === event.key; })[0];
      if (target) { event.preventDefault(); target.focus(); target.click(); }
    });
    /* From row to row of a list; Enter opens a link by itself. */
    var walk = function (step) {
      var rows = all("[data-row]");
      var next = rows.indexOf(document.activeElement) + step;
      if (rows.length) { rows[Math.min(Math.max(next, 0), rows.length - 1)].focus(); }
    };
  }
})();
