package c12

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// ErrJSON: the JSON is no list of a statement's rows.
var ErrJSON = errors.New("no statement in the JSON")

// DocJSON reads a statement in the shape in which the public portal hands it out, of
// the older layout: {"c12s":[{"maDonVi","stt","noiDung","bhxh","bhyt","bhtn",
// "bhtnld","cong"}]}; the list alone is read as well. How sure that shape is: medium,
// from samples. Somebody saves the answer and brings it; nothing is asked of a portal
// here.
func DocJSON(data []byte) (*ThongBao, []VanDe, error) {
	type row struct {
		TenDonVi, MaDonVi, STT, NoiDung string
		BHXH, BHYT, BHTN, BHTNLD, Cong  json.RawMessage
	}
	var whole struct {
		C12s []row
	}
	if err := json.Unmarshal(data, &whole); err != nil || len(whole.C12s) == 0 {
		if json.Unmarshal(data, &whole.C12s) != nil || len(whole.C12s) == 0 {
			return nil, nil, fmt.Errorf("read statement: %w", ErrJSON)
		}
	}
	g := &ghep{t: &ThongBao{Mau: MauCu}}
	g.cot = g.t.Cot()
	for i, x := range whole.C12s {
		r := tho{noi: fmt.Sprintf("dòng %d", i+1), stt: x.STT, ten: x.NoiDung}
		for c, raw := range map[Cot]json.RawMessage{CotBHXH: x.BHXH, CotBHYT: x.BHYT, CotBHTN: x.BHTN, CotTNLD: x.BHTNLD, CotCong: x.Cong} {
			if s := strings.Trim(string(raw), `"`); s != "null" {
				r.o[c] = s
			}
		}
		g.them(r)
		if g.t.MaDonVi == "" {
			g.t.MaDonVi, g.t.TenDonVi = x.MaDonVi, x.TenDonVi
		}
	}
	g.ket()
	return g.t, g.vd, nil
}
