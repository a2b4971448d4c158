"""The basement: time, ids, actor, unit of work, database; no noun of the trade, no Flask."""
