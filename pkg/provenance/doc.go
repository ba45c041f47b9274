// Package provenance says where copy came from: which outlet published an
// article and which agencies it credits, which articles carry which paragraph
// and how, whose copy a family is, and who took from whom.
//
// Every answer carries its evidence. "Unknown" and "from outside this folder"
// are answers too, and the package prefers them to a guess.
package provenance
