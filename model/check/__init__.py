"""Findings: what somebody may want to look at. They never stop the typing; gates stand only at export and approval."""
