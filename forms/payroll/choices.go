package payroll

import (
	"errors"
	"fmt"
	"hash/fnv"
	"slices"
)

// choicesOf says what can be decided about each kind of question.
var choicesOf = map[string][]Viec{
	HaiNguoi: whoChoices, KhacNguoi: whoChoices, KhacMaSo: whoChoices, GiongNguoi: whoChoices, ChiCoTen: whoChoices, TrungSo: whoChoices, NhanThan: whoChoices,
	HaiDong:     {BoDong, HaiNguoiKhac},
	ChuaRoLuong: {BoDong},
	MauThuan:    {BoDong},
}

var whoChoices = []Viec{LaNguoi, LaMoi, HaiNguoiKhac, BoDong}

// aboutIdentity reports whether a question is about who is meant.
func aboutIdentity(loai string) bool { return loai != ChuaRoLuong && loai != MauThuan }

// Ma is a code of the question, the same as long as the line and what is asked of it
// are: unlike its place in the list it does not change when another is answered.
func (c ChuaRo) Ma() string {
	const digits = 6
	h := fnv.New32a()
	fmt.Fprint(h, c.Loai, "|", c.Dong.key(), "|", c.Dong.Thu, "|", c.Source.O == "")
	return fmt.Sprintf("%08x", h.Sum32())[:digits]
}

// Outcomes of Decide.
var (
	ErrViec    = errors.New("not a decision about this question")
	ErrUngVien = errors.New("nobody named, or somebody whom the question is not about")
)

// Answer is what a person says to a question.
type Answer struct {
	Viec  Viec
	Nguoi string // the store's key; for HaiNguoiKhac of all candidates ""
	Nhan  bool   // take what the line says of identity as right
	Dau   bool   // of two lines, the first is meant
}

// Decide makes the decision that answers a question. ErrViec, ErrUngVien.
func (c ChuaRo) Decide(a Answer) (QuyetDinh, error) {
	q := QuyetDinh{Thang: c.TuThang, Viec: a.Viec, Dong: c.Dong}
	if a.Dau && c.DongDau != nil {
		q.Dong = *c.DongDau
	}
	known := func(id string) bool {
		return slices.ContainsFunc(c.UngVien, func(u UngVien) bool { return u.Nguoi.ID == id })
	}
	switch {
	case !slices.Contains(c.Duoc, a.Viec):
		return q, ErrViec
	case a.Viec == LaNguoi:
		if a.Nguoi == "" {
			return q, ErrUngVien
		}
		q.Nguoi, q.Nhan = a.Nguoi, a.Nhan
	case a.Viec == HaiNguoiKhac && a.Nguoi != "":
		if !known(a.Nguoi) {
			return q, ErrUngVien
		}
		q.Khac = []string{a.Nguoi}
	case a.Viec == HaiNguoiKhac || a.Viec == LaMoi:
		for _, u := range c.UngVien {
			if u.Nguoi.ID != "" {
				q.Khac = append(q.Khac, u.Nguoi.ID)
			}
		}
	}
	return q, nil
}
