// Package d03ts declares mẫu D03-TS, "Danh sách người chỉ tham gia BHYT": people
// who only take part in health insurance, as a household, a school, a collecting
// agent or a managing office lists them; and works out what each member of a
// household pays.
//
// The mẫu is that of Quyết định 595/QĐ-BHXH as amended by Quyết định 490/QĐ-BHXH
// (28/03/2023). Since 01/05/2026 the paper is Mẫu số 3 of Nghị định
// 188/2025/NĐ-CP; the procedures of an I-VAN still take the file
// D03-TS-595.xml. The official sheet was not at hand: the paper is built from
// descriptions.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, law,
// codes, facts, khung and nhanthan; forms/all and app import it.
package d03ts
