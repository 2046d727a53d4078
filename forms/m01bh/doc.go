// Package m01bh declares mẫu 01/BH, the summary of the costs of insured treatment
// for which a health facility asks payment ("bảng tổng hợp thanh toán chi phí khám
// bệnh, chữa bệnh bảo hiểm y tế"), of a month or a quarter: a row for the visits
// outside and one for the stays inside the hospital.
//
// Thông tư 12/2026/TT-BTC issues the mẫu from 01/04/2026; its columns were not
// read. What stands here is what such a summary is described to hold (facility,
// period, visits, costs by group, who pays, what is asked for), every item of low
// confidence; the order and the numbers of the official columns are not known and
// none are printed. There is no file of it: it is entered on the agency's portal.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, codes,
// facts, khung and law; forms/all and app import it.
package m01bh
