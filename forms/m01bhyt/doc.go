// Package m01bhyt declares mẫu 01/BHYT, "Giấy đề nghị thanh toán trực tiếp chi phí
// khám bệnh, chữa bệnh bảo hiểm y tế": one row a course of treatment, the papers of
// its costs as a sub-table.
//
// The template in force under Nghị định 188/2025/NĐ-CP was not seen; items and
// order are those of the description, of medium confidence. The ceilings of its
// Điều 56 and 57 are not known here, so no amount is held against them. No layout
// for the wire is known: the form travels as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law, codes,
// facts, khung and nhanthan; forms/all and app import it.
package m01bhyt
