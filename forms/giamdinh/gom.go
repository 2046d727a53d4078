package giamdinh

import (
	"strconv"
	"strings"

	"ankhai/forms/form"
)

// Ten is how faults and messages call the package; codes begin with it.
const Ten = "GIAMDINHHS"

// Limits of what is reported of one file.
const (
	maxCho = 2000 // places in all
	maxLoi = 500  // faults that differ
)

// noi is where in a file something stands.
type noi struct {
	tep  string // the file's name
	hoSo int    // from 1; 0 = not in a dossier
	bang *Bang
}

func (n noi) String() string {
	var s []string
	if n.tep != "" {
		s = append(s, n.tep)
	}
	if n.hoSo > 0 {
		s = append(s, "hồ sơ "+strconv.Itoa(n.hoSo))
	}
	if n.bang != nil {
		s = append(s, n.bang.Ma)
	}
	return strings.Join(s, ", ")
}

// gom gathers faults: the same fault in many places is one.
type gom struct {
	faults []form.Fault
	at     map[[3]string]int
	cho    int
	con    int // places beyond the limits
}

// loi adds a fault of a rule at a field of a row, 0 for the table or the package
// as a whole.
func (g *gom) loi(ma string, n noi, dong int, truong, say string) {
	muc := luatCua[ma].muc
	if n.bang != nil && n.bang.Tin == form.Low && theoBang[ma] {
		muc = form.Nhac
	}
	g.add(ma, muc, n, dong, truong, say, "")
}

// theoBang are the checks that only hold as far as the table itself is known: of a
// table that is not certain they remind.
var theoBang = map[string]bool{"31": true, "34": true, "42": true, "43": true, "44": true, "46": true, "48": true, "50": true}

func (g *gom) add(ma string, muc form.Level, n noi, dong int, truong, say, goi string) {
	l := luatCua[ma]
	if g.at == nil {
		g.at = map[[3]string]int{}
	}
	key := [3]string{ma, string(muc), say}
	i, ok := g.at[key]
	if g.cho >= maxCho || !ok && len(g.faults) >= maxLoi {
		g.con++
		return
	}
	if !ok {
		i = len(g.faults)
		g.at[key] = i
		g.faults = append(g.faults, form.Fault{Code: Ten + "-" + ma, Level: muc, Form: Ten, Say: say, Basis: l.cu})
	}
	p := form.Place{Table: n.String(), Row: dong, Tag: truong, Label: truong, Fix: goi}
	if n.bang != nil {
		if s := n.bang.nhan(truong); s != "" {
			p.Label = s
		}
	}
	g.faults[i].Places = append(g.faults[i].Places, p)
	g.cho++
}
