package tk3ts

import (
	"testing"

	"ankhai/forms/facts"
)

var donVi = facts.DonVi{
	MaSoThue: "0100109106", Ten: "Công ty TNHH May Mẫu", MaDonVi: "YN0001A", CoQuanBHXH: "07906",
	DiaChi: "Số 1, đường Mẫu, phường Sài Gòn, Thành phố Hồ Chí Minh", Email: "may@congty.vn", DienThoai: "0912345678",
	NguoiDaiDien: "Nguyễn Văn Mẫu", SoDinhDanh: "079088000002", LoaiHinh: "Công ty trách nhiệm hữu hạn", NganhNghe: "141 May trang phục",
	PhuongThuc: "1", DoiTuong: "Cùng tham gia BHXH, BHYT, BHTN",
}

func TestDongAndBack(t *testing.T) {
	if got := DonVi(Dong(donVi, "Đổi địa chỉ liên hệ")); got != donVi {
		t.Errorf("got  %+v\nwant %+v", got, donVi)
	}
}

// What nobody said stays unknown.
func TestDongLeavesTheUnknown(t *testing.T) {
	got := string(D366.Table.AppendRow(nil, Dong(facts.DonVi{Ten: "Công ty A", PhuongThuc: "theo quý"}, "")))
	if want := `{"TenDonVi":"Công ty A"}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestMaPhuongThuc(t *testing.T) {
	for s, want := range map[string]string{"1": "1", "Hằng tháng": "1", "hang thang": "1", "03 tháng một lần": "3", "06 tháng": "6", "12": "", "": ""} {
		if got := maPhuongThuc(s); got != want {
			t.Errorf("%q: got %q, want %q", s, got, want)
		}
	}
}
