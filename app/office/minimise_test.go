package office

import (
	"testing"

	"ankhai/forms/facts"
	"ankhai/forms/sheet"
	"ankhai/storage"
)

// A roster keeps no dân tộc unless the employer has said so; the payroll keeps it
// until the dossier that needs it is finished.
func TestRosterKeepsNoDanToc(t *testing.T) {
	book, err := sheet.WriteTabs([]sheet.Tab{{Name: "Lương", Heads: []string{"STT", "Họ và tên", "Số CCCD", "Mã số BHXH", "Dân tộc", "Mức lương đóng BHXH"},
		Lines: [][]string{{"1", "Đặng Thị Ẩn", "079190123457", "7912345671", "Kinh", "17043219"}, {"2", "Võ Quốc Trãi", "079090765432", "7912345682", "Tày", "21654987"}}}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, keep := range []bool{false, true} {
		o := openDesk(t, t.TempDir())
		if _, err := o.PutCompany(t.Context(), facts.DonVi{MaSoThue: "0100109106", Ten: "CÔNG TY THỬ", MaDonVi: "YN0001A", CoQuanBHXH: "07906"}); err != nil {
			t.Fatal(err)
		}
		if err := o.SetRetention(t.Context(), storage.Retention{KeepSensitive: keep}); err != nil {
			t.Fatal(err)
		}
		res, err := o.Import(t.Context(), ImportInput{Name: "luong.xlsx", Data: book, Month: SampleMonth})
		if err != nil || res.People != 2 {
			t.Fatalf("%+v, %v", res.People, err)
		}
		people, err := o.People(t.Context(), SampleMonth)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range people {
			if (p.DanToc != "") != keep {
				t.Errorf("keep %v: %v has dân tộc %q in the roster", keep, p, p.DanToc)
			}
		}
		pay, err := o.store.Payroll(t.Context(), "0100109106", SampleMonth)
		if err != nil || len(pay.Rows) != 2 || pay.Rows[0].DanToc == "" {
			t.Errorf("keep %v: the payroll lost it: %d rows, %v", keep, len(pay.Rows), err)
		}
	}
}
