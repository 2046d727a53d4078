// Package dong holds the calculators of contributions: a month's, an employer's,
// arrears, surcharges for paying late, the order in which money is allocated,
// voluntary insurance, household health insurance, refunds. Each registers itself
// with package law and answers with its working. Contributions and MucDong answer a
// month under a labour contract to Go programs, with the working and without; both and
// every calculator reckon in one function, muc.
//
// It knows no form, no person in a store and no clock. A contribution is reckoned
// with the figures of its own month; voluntary payments with those of the day on
// which they are paid (Luật 41/2024/QH15 chương IV; Nghị định 158/2025/NĐ-CP
// chương II). A figure it uses lies in forms/law/data; it contains none itself.
package dong
