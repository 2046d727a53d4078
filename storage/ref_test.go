package storage

import "testing"

func TestQuiet(t *testing.T) {
	for in, out := range map[string]string{
		"read dossier HS000012":             "read dossier HS000012",
		"read dossier Đặng Thị Ẩn":          "read dossier ▒ ▒ ▒",
		"read person 079190123457":          "read person ▒",
		"edit form D02-LT of HS000001":      "edit form D02-LT of HS000001",
		"put setting mo-danh-sach:01001091": "put setting ▒",
		"put setting da-theo:HS000001":      "put setting da-theo:HS000001",
	} {
		want(t, in, quiet(in), out)
	}
	want(t, "ids", Ref("NLD000001")+Ref("GN1234567")+Ref("HS1")+Ref("Ẩn"), "NLD000001GN1234567▒▒")
}
