// Package d02lt declares mẫu D02-LT, "Danh sách tham gia, điều chỉnh đóng bảo
// hiểm xã hội, bảo hiểm y tế, bảo hiểm thất nghiệp": its columns, rules, paper
// and wire, and fills a row from what is known of a person.
//
// The paper is that of Quyết định 366/QĐ-BHXH (29/04/2026, in force from
// 01/05/2026). The wire is D02-TS-595.xml of the time of Quyết định
// 595/QĐ-BHXH, the only layout seen in use; the columns are the union of both.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes and facts; forms/all and app import it.
package d02lt
