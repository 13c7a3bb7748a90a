"""What may be told without telling of anyone: threshold, rounding, and a gate that plays the attacker.

``tables`` says what is published about whom, ``first_figures`` applies threshold, dominance and
rounding, ``knowledge`` writes down everything an audience then knows, ``worlds`` looks for other
neighbourhoods in which all of that would be true as well, and ``gate`` withholds figures until there
is one for each small group. docs/disclosure.md says in plain words what it promises.
"""
