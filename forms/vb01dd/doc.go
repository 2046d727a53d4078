// Package vb01dd declares Mẫu 01-ĐĐ, the letter by which the agency urges an
// employer to pay what is late or evaded: how much, for how many days, and the
// surcharge, one row for each of the two.
//
// The mẫu is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026). It is issued by the agency: here it is read, held against the law
// and printed, never declared.
//
// It knows no other mẫu, no store and no clock, and reads no file. It imports
// forms/form, law, facts, khung and nhanthan; forms/all and app import it.
package vb01dd
