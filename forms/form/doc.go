// Package form is the vocabulary and the engine in which a mẫu (an official
// form) is declared: typed columns, conditions that carry their own words,
// rules with stable public codes, totals, the dated paper layouts and the dated
// wire layouts; and what works on any of them: checking, totals, JSON by tag,
// the spec sheet that an expert signs off.
//
// It knows no particular form, no clock, no file and no network. A mistake in a
// declaration stops the program at start, naming form, column and code.
//
// It imports forms/law for days and months only. Everything under forms/ that
// declares or moves rows may import it, and so may storage and app.
package form
