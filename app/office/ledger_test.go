package office

import (
	"strings"
	"testing"

	"ankhai/forms/form"
	"ankhai/forms/form/formtest"
	"ankhai/storage"
)

// What each kind of form leaves in the ledger, and how it reads there.
func TestLedgerOfForms(t *testing.T) {
	for _, c := range []struct{ id, rows, want, words string }{
		{"D02-LT", "MaSoBHXH\tSoCCCD\tTuThang\tPhuongAn\n7900000001\t079190000001\t11/2026\tDC", "7900000001 079190000001 11/2026 DC", "DC"},
		{"D02-LT", "MaSoBHXH\tTuThang\tPhuongAn\n079190000001\t11/2026\tDC", " 079190000001 11/2026 DC", "DC"},
		{"D03-TS", "MaSoBHXH\tTuNgay\tPhuongAn\n7900000001\t16/11/2026\tTM", "7900000001  11/2026 D03-TS:TM", "D03-TS «Tăng mới»"},
		{"D05-TS", "MaSoBHXH\tTuThang\tPhuongAn\n7900000001\t11/2026\tDT", "7900000001  11/2026 D05-TS:DT", "D05-TS «Đóng tiếp»"},
		{"D06-TS", "MaSoBHXH\tTuNgay\tLoaiTangGiam\n7900000001\t01/11/2026\tdong-tiep", "7900000001  11/2026 D06-TS:dong-tiep", "D06-TS «Đóng tiếp»"},
		{"MAU-SO-3", "MaSoBHXH\tTuThang\tLoaiTangGiam\n7900000001\t11/2026\ttang-nguoi", "7900000001  11/2026 MAU-SO-3:tang-nguoi", "MAU-SO-3 «Tăng người tham gia»"},
		{"01B-HSB", "MaSoBHXH\tPhan\tCheDo\tTuNgay\tDenNgay\n7900000001\t1\tomDau\t30/10/2026\t06/11/2026", "7900000001  10/2026 01B-HSB:omDau:2026-10-30/2026-11-06", "01B-HSB «Ốm thường» từ 30/10/2026 đến 06/11/2026"},
		{"01B-HSB", "MaSoBHXH\tPhan\tCheDo\tTuNgay\tDenNgay\n7900000001\t2\tomDau\t02/11/2026\t06/11/2026", "7900000001  11/2026 01B-HSB:2.omDau:2026-11-02/2026-11-06", "01B-HSB điều chỉnh «Ốm thường» từ 02/11/2026 đến 06/11/2026"},
		{"01B-HSB", "MaSoBHXH\tPhan\tCheDo\tNgaySinhCon\n7900000001\t1\tchaMotLan\t05/10/2026", "7900000001  10/2026 01B-HSB:chaMotLan:2026-10-05/2026-10-05", "01B-HSB «Lao động nam trợ cấp một lần» ngày 05/10/2026"},
		{"TK1-TS", "MaSoBHXH\tNoiDung\n7900000001\tĐiều chỉnh ngày sinh", "7900000001  11/2026 TK1-TS:", "TK1-TS"},
		{"D02-LT", "HoTen\tTuThang\tPhuongAn\nNguyễn Thị Lan\t11/2026\tDC", "", ""},
		{"TK3-TS", "TenDonVi\nCông ty", "", ""},
	} {
		doc := form.New(form.Of(c.id))
		rows, err := formtest.Rows(doc.Form.Table, c.rows)
		if err != nil {
			t.Fatal(err)
		}
		doc.Rows = rows
		var got, words string
		for _, k := range linesOf(saidIn([]*form.Doc{doc}, SampleMonth)) {
			got = k.MaSoBHXH + " " + k.SoCCCD + " " + k.Month.String() + " " + k.PhuongAn
			words = ledgerWords(k)
		}
		if c.id == "TK1-TS" {
			got = strings.TrimRight(got, "0123456789abcdef")
		}
		if got != c.want || words != c.words {
			t.Errorf("%s: got %q (%s), want %q (%s)", c.id, got, words, c.want, c.words)
		}
	}
	if got := ledgerWords(storage.LedgerKey{PhuongAn: "mẫu-cũ:x"}); got != "mẫu-cũ:x" {
		t.Errorf("a form that is gone: %q", got)
	}
}
