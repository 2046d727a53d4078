// Package ivan is what the three notices about the use of an I-VAN share
// (04/ĐK-IVAN, 05/SĐ-IVAN, 06/NG-IVAN of Quyết định 08/2015/QĐ-TTg): their
// columns, their rules, the frame of their papers and the elements of their
// files. The certificates that a unit signs with are the rows.
//
// The layout of the files is the old one, read from style sheets; the one that
// programs use since 2024 (root Hoso) was never seen. The words of 05/SĐ-IVAN
// were not seen either.
//
// It registers no mẫu and knows none of the three. It imports forms/form, law,
// codes, facts, khung and nhanthan; the three may import it.
package ivan
