package office

import (
	"encoding/json"
	"fmt"

	"ankhai/forms/law"
	"ankhai/forms/services/han"
)

// DueGroup is one thing to be done by one day, for everybody whom it is about.
type DueGroup struct {
	Ngay  law.Day
	Level Level
	Stand string // "quá hạn 3 ngày", "hôm nay", "còn 5 ngày"
	Viec  string // what is to be done
	Who   string // a name, "đơn vị", "24 người"
	Go    Place  // where it is done; no screen where nothing leads there
	Items []Due
}

// MarshalJSON writes the day as yyyy-MM-dd.
func (g DueGroup) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Day   string `json:"day"`
		Stand string `json:"stands"`
		Level Level  `json:"level"`
		Task  string `json:"task"`
		Who   string `json:"about"`
		N     int    `json:"n"`
	}{g.Ngay.ISO(), g.Stand, g.Level, g.Viec, g.Who, len(g.Items)})
}

// Groups puts together what is the same thing by the same day, the nearest first.
func (d Dues) Groups() []DueGroup {
	type key struct {
		ma, ky string
		ngay   law.Day
	}
	at := map[key]int{}
	var out []DueGroup
	for _, x := range d.Viec {
		k := key{x.Viec.Han.Ma, x.Ky, x.Viec.Ngay}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out = append(out, DueGroup{Ngay: x.Viec.Ngay, Level: levelOf(x.Viec.Trang), Stand: StandOf(x.Viec), Viec: x.What(), Who: x.Ai, Go: doorOf(x)})
		}
		g := &out[i]
		if g.Items = append(g.Items, x); len(g.Items) > 1 {
			g.Who = fmt.Sprintf("%d người", len(g.Items))
		}
	}
	return out
}

// doorOf is where a thing that is due is done: in its dossier, else at the service
// under which it is filed, else at the person.
func doorOf(x Due) Place {
	switch {
	case x.Dossier != "":
		return Place{Screen: "ho-so", ID: x.Dossier}
	case x.Viec.HoSo != nil:
		return Place{Screen: "thu-tuc", ID: x.Viec.HoSo.DichVu}
	case x.PersonID != "":
		return Place{Screen: "nguoi-lao-dong", ID: x.PersonID}
	}
	return Place{}
}

func levelOf(s han.TrangThai) Level {
	switch s {
	case han.QuaHan, han.HomNay:
		return Red
	case han.SapHet:
		return Yellow
	}
	return Green
}

// StandOf tells how a day stands to the one on the clock.
func StandOf(v han.Viec) string {
	switch v.Trang {
	case han.QuaHan:
		return fmt.Sprintf("quá hạn %d ngày", -v.Con)
	case han.HomNay:
		return "hôm nay"
	case han.DuocRoi:
		return "làm được rồi"
	}
	return fmt.Sprintf("còn %d ngày", v.Con)
}
