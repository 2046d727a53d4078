package office

import (
	"slices"
	"strings"
	"sync"

	"ankhai/forms/codes"
	"ankhai/forms/form"
	"ankhai/forms/m01bhsb"
	"ankhai/forms/services"
	"ankhai/signing"
)

// CodeHelp explains a public code: of a rule, of a problem in a workbook, of a gateway's
// answer, of the console's end; or, without a code, a sentence that the program may say.
type CodeHelp struct {
	Code   string `json:"code,omitempty"`
	Level  string `json:"level"` // "Lỗi" blocks sending, "Nhắc" does not; "Cổng", "Mã thoát", "Lời báo"
	Where  string `json:"where"` // the form or the place that it is of
	Say    string `json:"say"`
	Remedy string `json:"remedy,omitempty"`
	Basis  string `json:"basis,omitempty"`
}

// Head is the code with its level and place in one line.
func (h CodeHelp) Head() string {
	if h.Code == "" {
		return h.Where
	}
	return h.Code + " (" + h.Level + "; " + h.Where + ")"
}

// The places of codes that are no form's.
const (
	ofDossier = "Cả hồ sơ"
	ofBook    = "Tệp Excel nhập vào"
	ofGateway = "Cổng nhận hồ sơ"
	ofConsole = "Dòng lệnh bhxh"
	ofProgram = "Lời báo của chương trình"
	ofSigning = "Lời báo khi ký"
)

// Codes is the catalogue of every public code, made of the forms' own declarations and
// of a table for the others; in order of place and code.
func Codes() []CodeHelp { return catalogue().list }

// FindCodes lists what a person may mean: the code itself, codes that begin so, then
// those whose words hold every word of the term; at most n, 0 for all.
func FindCodes(term string, n int) []CodeHelp {
	c := catalogue()
	key := codes.Fold(strings.TrimSpace(term))
	words := strings.Fields(key)
	var ranks [3][]CodeHelp
	for i, h := range c.list {
		folded := codes.Fold(h.Code)
		switch {
		case key == "":
		case h.Code != "" && folded == key:
			ranks[0] = append(ranks[0], h)
		case h.Code != "" && strings.HasPrefix(folded, key):
			ranks[1] = append(ranks[1], h)
		case holdsAll(c.text[i], words):
			ranks[2] = append(ranks[2], h)
		}
	}
	out := slices.Concat(ranks[:]...)
	if n > 0 && len(out) > n {
		out = out[:n]
	}
	return out
}

// codeBook is the catalogue with what is searched in, folded.
type codeBook struct {
	list []CodeHelp
	text []string
}

// catalogue is made once: the forms are declared by then.
var catalogue = sync.OnceValue(func() codeBook {
	b := codeBook{list: formCodes()}
	for _, q := range slices.Concat(services.Rules(), Rules()) {
		b.list = append(b.list, CodeHelp{Code: q.Ma, Level: q.Muc, Where: ofDossier, Say: q.Say, Basis: q.CanCu})
	}
	table, err := helpTable("ma.tsv", 4)
	if err != nil {
		panic(err) // an embedded file, tested
	}
	for _, r := range table {
		where := ofBook
		switch {
		case strings.HasPrefix(r[0], "E-"):
			where = ofGateway
		case r[1] == "Mã thoát":
			where = ofConsole
		}
		b.list = append(b.list, CodeHelp{Code: r[0], Level: r[1], Where: where, Say: r[2], Remedy: r[3]})
	}
	for _, s := range sentences {
		b.list = append(b.list, sentence(ofProgram, s.say))
	}
	for _, s := range signing.Sentences() {
		b.list = append(b.list, sentence(ofSigning, s))
	}
	for _, h := range b.list {
		b.text = append(b.text, codes.Fold(strings.Join([]string{h.Code, h.Where, h.Say, h.Remedy, h.Basis}, " ")))
	}
	return b
})

// sentence parts what went wrong from what mends it: the house writes them in this
// order, a full stop between.
func sentence(where, say string) CodeHelp {
	what, mend, _ := strings.Cut(say, ". ")
	return CodeHelp{Level: "Lời báo", Where: where, Say: strings.TrimSuffix(what, "."), Remedy: mend}
}

// formCodes are the rules of every form. Versions of a form share their codes; the
// newest speaks.
func formCodes() (out []CodeHelp) {
	at := map[string]int{}
	put := func(h CodeHelp) {
		if i, ok := at[h.Code]; ok {
			out[i] = h
			return
		}
		at[h.Code] = len(out)
		out = append(out, h)
	}
	for _, f := range form.Forms() {
		for _, t := range append([]*form.Table{f.Table, f.Head}, f.Subs...) {
			if t == nil {
				continue
			}
			for _, r := range t.Rules {
				say := r.Say
				if r.Col != nil && !strings.Contains(say, r.Col.Label) {
					say = r.Col.Label + ": " + say
				}
				put(CodeHelp{Code: f.ID + "-" + r.Code, Level: string(r.Level), Where: f.ID + ", " + f.Title, Say: say, Basis: r.Basis})
			}
		}
	}
	for _, c := range m01bhsb.CanhBao() {
		if c.Xem != nil {
			put(CodeHelp{Code: m01bhsb.B166.ID + "-W" + strings.ReplaceAll(c.Ma, "/", "-"), Level: string(form.Nhac),
				Where: m01bhsb.B166.ID + ", " + m01bhsb.B166.Title, Say: c.Loi, Remedy: c.XuLy, Basis: "Mã cảnh báo " + c.Ma + " của phần mềm xét duyệt"})
		}
	}
	return out
}
