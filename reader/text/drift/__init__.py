"""What changed in the wording between two texts (提法变化): sentences aligned with their numbers masked, words inside.

`units` cuts a text, `likeness` weighs two units, `alignment` pairs all of them, `inside` compares a pair by words,
`terms` the two texts as a whole. All pure; places are code points [start, end) of the text they are of.
"""
