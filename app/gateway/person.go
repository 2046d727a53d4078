package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
)

// TinhTrangNguoi is how the agency sees a person.
type TinhTrangNguoi string

// What a person may be to the agency.
const (
	ChuaThamGia TinhTrangNguoi = "chua-tham-gia"
	DangDong    TinhTrangNguoi = "dang-dong"
	DaNghi      TinhTrangNguoi = "da-nghi"
	HuuTri      TinhTrangNguoi = "huu-tri"
	ThatNghiep  TinhTrangNguoi = "that-nghiep"
)

// String says the state in Vietnamese.
func (t TinhTrangNguoi) String() string {
	switch t {
	case ChuaThamGia:
		return "Chưa tham gia"
	case DangDong:
		return "Đang đóng"
	case DaNghi:
		return "Đã nghỉ"
	case HuuTri:
		return "Đang hưởng lương hưu"
	case ThatNghiep:
		return "Đang hưởng trợ cấp thất nghiệp"
	}
	return string(t)
}

// PersonAsk says who is meant: HoTen, and MaSoBHXH or SoCCCD, both if known.
type PersonAsk struct {
	HoTen    string `json:"hoTen"`
	MaSoBHXH string `json:"maSoBHXH,omitempty"`
	SoCCCD   string `json:"soCCCD,omitempty"`
	NgaySinh string `json:"ngaySinh,omitempty"` // 15/08/1995 or 1995
}

// Person is what the agency holds of a person. Empty fields it does not hold or
// does not tell.
type Person struct {
	MaSoBHXH  string
	SoCCCD    string
	HoTen     string
	NgaySinh  string
	GioiTinh  string // 1 man, 0 woman
	TinhTrang TinhTrangNguoi
	MaDonVi   string // only where it is the asking unit
	TuThang   string // 2026-11
}

// Person asks for the agency's data of one person. The numbers travel in the body,
// never in the address. Where no number and name fit, the answer is ErrNotThere and
// does not say which was wrong.
func (c *Client) Person(ctx context.Context, ask PersonAsk) (Person, error) {
	if ask.HoTen == "" || ask.MaSoBHXH == "" && ask.SoCCCD == "" {
		return Person{}, fmt.Errorf("%w: a person is asked for by name and a number", ErrPackage)
	}
	body, err := json.Marshal(ask)
	if err != nil {
		return Person{}, fmt.Errorf("encode question: %w", err)
	}
	var w struct {
		MaSoBHXH  *string `json:"maSoBHXH"`
		SoCCCD    *string `json:"soCCCD"`
		HoTen     string  `json:"hoTen"`
		NgaySinh  *string `json:"ngaySinh"`
		GioiTinh  *string `json:"gioiTinh"`
		TinhTrang string  `json:"tinhTrang"`
		MaDonVi   *string `json:"maDonVi"`
		TuThang   *string `json:"tuThang"`
	}
	a, err := c.get(ctx, call{method: http.MethodPost, path: "/v1/tra-cuu/nguoi", body: body, limit: maxAnswer}, "", &w)
	if err != nil {
		return Person{}, fmt.Errorf("ask for a person: %w", err)
	}
	p := Person{
		MaSoBHXH: deref(w.MaSoBHXH), SoCCCD: deref(w.SoCCCD), HoTen: w.HoTen, NgaySinh: deref(w.NgaySinh),
		GioiTinh: deref(w.GioiTinh), TinhTrang: TinhTrangNguoi(w.TinhTrang), MaDonVi: deref(w.MaDonVi), TuThang: deref(w.TuThang),
	}
	switch p.TinhTrang {
	case ChuaThamGia, DangDong, DaNghi, HuuTri, ThatNghiep:
	default:
		return Person{}, a.unclear("malformed", errors.New("tinhTrang of a person"))
	}
	switch {
	case p.HoTen == "" || p.GioiTinh != "" && p.GioiTinh != "0" && p.GioiTinh != "1" || p.TuThang != "" && !monthShape.MatchString(p.TuThang):
		return Person{}, a.unclear("malformed", errors.New("hoTen, gioiTinh or tuThang"))
	case (ask.MaSoBHXH == "" || ask.MaSoBHXH != p.MaSoBHXH) && (ask.SoCCCD == "" || ask.SoCCCD != p.SoCCCD):
		return Person{}, a.unclear("foreign", errors.New("another person"))
	}
	return p, nil
}
