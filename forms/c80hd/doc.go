// Package c80hd declares C80-HD, the record in which the social insurance agency
// settles the costs of insured treatment with a health facility ("biên bản quyết
// toán chi phí khám bệnh, chữa bệnh bảo hiểm y tế"). The agency makes it: it is
// read, compared and printed, never declared.
//
// The form is of the time of Thông tư 102/2018/TT-BTC and was neither read nor
// held against Thông tư 12/2026/TT-BTC. What stands here is what the record is
// described to say: asked for, taken off, settled, advanced, still to pay; every
// item is of low confidence.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, codes,
// facts, khung and law; forms/all and app import it.
package c80hd
