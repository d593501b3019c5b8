"""Matching: surfaces of terms, the automaton that finds them, and the decisions that make a hit a match.

surfaces ─▶ automaton ─ find ─▶ hits ─ language, boundary, case, context ─▶ candidates ─ overlap ─▶ Match
"""
