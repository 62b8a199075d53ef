"""Where the reading half runs, and the ledger of what it has done."""
