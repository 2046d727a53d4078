// Package c70ahd declares C70a-HD, "Danh sách giải quyết hưởng trợ cấp BHXH": the
// agency's answer to a 01B-HSB, one line a period that was granted or refused. It
// is read, compared and printed, never declared.
//
// Its columns are from memory of the agency's form (Thông tư 102/2018/TT-BTC) and
// their order on paper is not confirmed; no electronic file of it was found. It does
// not say the days from and until of a period, so that a result finds its claim by
// person and days.
//
// It knows no other mẫu, no store and no clock. It imports forms/form, khung,
// nhanthan and law; forms/all and app import it.
package c70ahd
