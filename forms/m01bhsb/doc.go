// Package m01bhsb declares mẫu 01B-HSB, "Danh sách đề nghị giải quyết hưởng chế
// độ ốm đau, thai sản, dưỡng sức phục hồi sức khỏe": its columns, rules, paper and
// wire, fills a row from what is known of a person and a claim, and reads the
// periods of leave back out of it.
//
// The paper is that of Quyết định 166/QĐ-BHXH (31/01/2019); no later issue was
// found. The wire is M01B-HSB.xml, of which the head and the rows of adjustments
// were seen in use and the rows of new claims are inferred. The law is Luật
// 41/2024/QH15: leave that began before 01/07/2025 is not held against figures.
//
// Beside the rules of the form stands the table of the agency's warning codes:
// each says which rule looks for it, or what it needs to know beyond the form;
// those that need earlier periods are functions over them (see Soat).
//
// It knows no other mẫu, no store and no clock, and of the calendar only what the
// law itself fixes. It imports forms/form, khung, nhanthan, law, law/lich, codes
// and facts; forms/all and app import it.
package m01bhsb
