package c12

import (
	"encoding/json"

	"ankhai/forms/form"
	"ankhai/forms/law"
)

// KetQua is what came of holding a statement against our figures.
type KetQua struct {
	Thang   law.Month
	Mau     Mau
	Dong    []DongSo     // every row of the statement, in its order
	LoiGiai []LoiGiai    // what may make up the differences of section B, likeliest first
	Lai     []NguyenNhan // what the surcharge that we do not expect was asked on
	No      []NguyenNhan // of whom the overdue debt that was brought forward is
	KyTruoc []Lech       // cells of section A that are not section Đ of the month before
	Con     []Lech       // what nothing explains
	CoThe   []NguyenNhan // changes that the agency may not have counted, with their amounts
	LuuY    []string
}

// Khop reports whether nothing differs.
func (k *KetQua) Khop() bool {
	return len(k.LoiGiai)+len(k.Lai)+len(k.KyTruoc)+len(k.Con)+len(k.No) == 0
}

// DongSo is a row with both sides.
type DongSo struct {
	Ma, Ten string
	Tin     form.Confidence // of how our side is reckoned; "" where we have none
	O       []OSo
}

// OSo is a cell with both sides: what is not known is not compared.
type OSo struct {
	Cot    Cot
	CoQuan form.Value
	Ta     form.Value
}

// So reports whether both sides are known, and by how much the statement is more.
func (o OSo) So() (lech int64, ok bool) {
	if o.CoQuan.A == form.Unknown || o.Ta.A == form.Unknown {
		return 0, false
	}
	return o.CoQuan.N - o.Ta.N, true
}

// Lech is a cell that differs: what the statement has more than it should.
type Lech struct {
	Ma   string
	Cot  Cot
	Lech int64
	Say  string
}

// LoiGiai is a set of causes that make the differences of section B up.
type LoiGiai struct {
	NguyenNhan []NguyenNhan `json:"nguyenNhan"`
	KemPhu     bool         `json:"kemPhu"` // people and pay agree with it as well, where the statement shows them
	gia        int32
	h          hieu
}

// NguyenNhan is a cause with the people that it is about and what to do about it.
type NguyenNhan struct {
	Loai Loai   `json:"loai"`
	Ai   []Ai   `json:"nguoi"`
	Khac []Ai   `json:"hoacNguoi,omitempty"` // others of whom the same may be said with the same right
	Hon  int    `json:"conNguoiKhac,omitempty"`
	So   Nam    `json:"-"`
	Tien int64  `json:"soTien"` // what the statement has more by it; less than nothing: less
	Say  string `json:"noi"`
	Sua  Sua    `json:"sua"`
}

// MarshalJSON writes the cells by column.
func (d DongSo) MarshalJSON() ([]byte, error) {
	type cell struct {
		CoQuan *int64 `json:"coQuan"`
		Ta     *int64 `json:"ta"`
		Lech   *int64 `json:"lech"`
	}
	cells := map[string]cell{}
	for _, o := range d.O {
		var c cell
		if o.CoQuan.A == form.Known {
			c.CoQuan = &o.CoQuan.N
		}
		if o.Ta.A == form.Known {
			c.Ta = &o.Ta.N
		}
		if n, ok := o.So(); ok {
			c.Lech = &n
		}
		cells[o.Cot.khoa()] = c
	}
	return json.Marshal(struct {
		Ma  string          `json:"ma"`
		Ten string          `json:"ten"`
		Tin form.Confidence `json:"tin,omitempty"`
		O   map[string]cell `json:"o"`
	}{d.Ma, d.Ten, d.Tin, cells})
}

// MarshalJSON writes the column by its key.
func (l Lech) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Ma   string `json:"ma"`
		Cot  string `json:"cot"`
		Lech int64  `json:"lech"`
		Say  string `json:"noi"`
	}{l.Ma, l.Cot.khoa(), l.Lech, l.Say})
}

// MarshalJSON writes what scripts may rely on.
func (k *KetQua) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Thang   string       `json:"month"`
		Mau     Mau          `json:"layout"`
		Khop    bool         `json:"khop"`
		Dong    []DongSo     `json:"dong"`
		LoiGiai []LoiGiai    `json:"loiGiai"`
		No      []NguyenNhan `json:"noQuaHan"`
		Lai     []NguyenNhan `json:"lai"`
		KyTruoc []Lech       `json:"kyTruoc"`
		Con     []Lech       `json:"chuaGiaiThich"`
		CoThe   []NguyenNhan `json:"coThe"`
		LuuY    []string     `json:"luuY"`
	}{k.Thang.ISO(), k.Mau, k.Khop(), some(k.Dong), some(k.LoiGiai), some(k.No), some(k.Lai), some(k.KyTruoc), some(k.Con), some(k.CoThe), some(k.LuuY)})
}

func some[T any](s []T) []T { return append([]T{}, s...) }
