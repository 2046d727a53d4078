package gateway

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"regexp"
)

// TinhTrangDonVi is whether a unit may send through this I-VAN.
type TinhTrangDonVi string

// The states of a unit's registration.
const (
	ChuaDangKy TinhTrangDonVi = "chuaDangKy"
	ChoXacNhan TinhTrangDonVi = "choXacNhan"
	DangDung   TinhTrangDonVi = "dangDung"
	DaNgung    TinhTrangDonVi = "daNgung"
)

// String says the state in Vietnamese.
func (t TinhTrangDonVi) String() string {
	switch t {
	case ChuaDangKy:
		return "Chưa đăng ký"
	case ChoXacNhan:
		return "Chờ xác nhận"
	case DangDung:
		return "Đang dùng"
	case DaNgung:
		return "Đã ngừng"
	}
	return string(t)
}

// Unit is an employer as the gateway knows it.
type Unit struct {
	MaSoThue  string
	MaDonVi   string // empty until the agency gives one
	TenDonVi  string
	CoQuan    string // code of the agency
	TinhTrang TinhTrangDonVi
	TuNgay    string // yyyy-MM-dd, or empty
	DenNgay   string // yyyy-MM-dd, or empty
	Raw       []byte
}

var (
	mstShape  = regexp.MustCompile(`^[0-9]{10}(-[0-9]{3})?$`)
	unitShape = regexp.MustCompile(`^[A-Z0-9]{5,12}$`)
	codeShape = regexp.MustCompile(`^[0-9A-Za-z]{4,12}$`)
)

// Unit asks whether an employer, by its tax code, may send through this I-VAN. A
// tax code the gateway has never seen gives ErrNotThere.
func (c *Client) Unit(ctx context.Context, maSoThue string) (Unit, error) {
	if !mstShape.MatchString(maSoThue) {
		return Unit{}, fmt.Errorf("%w: not a tax code", ErrPackage)
	}
	var w struct {
		MaSoThue  string  `json:"maSoThue"`
		MaDonVi   *string `json:"maDonVi"`
		TenDonVi  string  `json:"tenDonVi"`
		CoQuan    string  `json:"coQuan"`
		TrangThai string  `json:"trangThai"`
		TuNgay    *string `json:"tuNgay"`
		DenNgay   *string `json:"denNgay"`
	}
	a, err := c.get(ctx, call{method: http.MethodGet, path: "/v1/don-vi/" + maSoThue, limit: maxAnswer}, maSoThue, &w)
	if err != nil {
		return Unit{}, fmt.Errorf("ask for unit: %w", err)
	}
	u := Unit{
		MaSoThue: w.MaSoThue, MaDonVi: deref(w.MaDonVi), TenDonVi: w.TenDonVi, CoQuan: w.CoQuan,
		TinhTrang: TinhTrangDonVi(w.TrangThai), TuNgay: deref(w.TuNgay), DenNgay: deref(w.DenNgay), Raw: a.raw,
	}
	switch u.TinhTrang {
	case ChuaDangKy, ChoXacNhan, DangDung, DaNgung:
	default:
		return Unit{}, a.unclear("malformed", errors.New("trangThai of a unit"))
	}
	switch {
	case u.MaSoThue != maSoThue:
		return Unit{}, a.unclear("foreign", errors.New("another unit"))
	case u.MaDonVi != "" && !unitShape.MatchString(u.MaDonVi),
		u.TuNgay != "" && !dayShape.MatchString(u.TuNgay), u.DenNgay != "" && !dayShape.MatchString(u.DenNgay):
		return Unit{}, a.unclear("malformed", errors.New("maDonVi, tuNgay or denNgay"))
	}
	return u, nil
}

// Confirm sends the code that the gateway mailed to a unit which registers for the
// first time. The same code may be sent again.
func (c *Client) Confirm(ctx context.Context, maGiaoDich, code string) (Progress, error) {
	if !keyShape.MatchString(maGiaoDich) || !codeShape.MatchString(code) {
		return Progress{}, fmt.Errorf("%w: maGiaoDich or code", ErrPackage)
	}
	body, err := json.Marshal(map[string]string{"ma": code})
	if err != nil {
		return Progress{}, fmt.Errorf("encode code: %w", err)
	}
	a, err := c.call(ctx, call{method: http.MethodPost, path: "/v1/ho-so/" + maGiaoDich + "/xac-nhan", body: body, limit: maxAnswer})
	switch {
	case err != nil:
	case a.status == http.StatusNotFound:
		err = a.absence(maGiaoDich)
	case a.status != http.StatusOK:
		err = a.refusal(maGiaoDich)
	default:
		var p Progress
		if p, err = a.progress(maGiaoDich); err == nil {
			return p, nil
		}
	}
	return Progress{}, fmt.Errorf("confirm %s: %w", maGiaoDich, err)
}
