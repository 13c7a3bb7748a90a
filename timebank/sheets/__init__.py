"""Reading coordinators' spreadsheets into plain rows: what each row says, and what is wrong with it."""
