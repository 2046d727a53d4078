// Package ivan05sd declares mẫu 05/SĐ-IVAN, by which a unit tells the agency that
// what it registered in 04/ĐK-IVAN has changed: another certificate, address or
// I-VAN.
//
// Only its name and purpose are known: the official words and the layout of its
// file were not seen. The paper is built after 04/ĐK-IVAN and says so; the mẫu
// travels as a signed PDF.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// facts and ivan; forms/all and app import it.
package ivan05sd
