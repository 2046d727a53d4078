// Package hsdklandau declares HSDK-LanDau, the dossier by which a unit that has
// no mã đơn vị yet registers through an I-VAN: who the unit is, and the signed
// declarations (TK3-TS, D02-LT, TK1-TS) and papers inside, one row a file.
//
// It is known from the class of a program of an I-VAN (2024–2026) only. There is
// no official paper: what is printed is a summary of the file.
//
// It knows no other mẫu, no store and no clock, and signs nothing: files come to
// it signed. It imports forms/form, law, codes, facts, khung and nhanthan;
// forms/all and app import it.
package hsdklandau
