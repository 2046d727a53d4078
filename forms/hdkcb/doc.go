// Package hdkcb declares HDKCB, the contract of insured treatment between the
// social insurance agency and a health facility ("hợp đồng khám bệnh, chữa bệnh
// bảo hiểm y tế"): parties, scope, payment and term in the head, the annexes as
// rows.
//
// The template in the annex of Nghị định 188/2025/NĐ-CP was not read: only what a
// contract must say is known, every item is of low confidence, and the clauses
// themselves are left to whoever writes them. There is no file of it: the parties
// sign a PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, codes,
// facts, khung, law and nhanthan; forms/all and app import it.
package hdkcb
