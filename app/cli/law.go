package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/law"
)

func init() {
	register(&command{name: "law", group: groupLook, short: "số liệu luật theo ngày; mức đóng, chế độ, có cách tính",
		use: "law list | get TÊN [--on 2026-07-01] | contributions --wage … --month … --region … | benefit [TÊN] [--json '{…}'] [--person NGƯỜI] [--out TỆP.pdf] | changes --from … --to … [--person NGƯỜI] | waiting MÃ | quota NGƯỜI [--year NĂM] | set TÊN --from … --value … --basis … | own | drop TÊN --from … | settings [--employer MST]",
		long: `Mọi con số có ngày áp dụng và căn cứ; mọi kết quả kèm cách tính.
  list                       tên các số liệu
  get TÊN [--on NGÀY]        một số liệu như có hiệu lực vào ngày đó
  contributions              mức đóng của một người trong một tháng
  benefit                    liệt kê các máy tính
  benefit TÊN                các câu hỏi của một máy tính
  benefit TÊN --json '{…}'   tính; cũng nhận --input TỆP.json, hoặc --input - để đọc đầu vào chuẩn
  benefit TÊN --person NGƯỜI --on NGÀY   lấy những gì danh sách biết về một người (CCCD, mã số BHXH hoặc mã trong danh sách);
                             --json '{…}' trả lời phần còn lại
  benefit TÊN … --out TỆP.pdf   ghi cả câu trả lời, kết quả và cách tính ra giấy A4; tính như có --own
  changes --from THÁNG --to THÁNG [--draft]   ai bị ảnh hưởng khi số liệu luật đổi giữa hai tháng; --draft lập hồ sơ điều chỉnh
  changes … --person NGƯỜI   mức đóng của một người theo số liệu của hai tháng, từng bước
  waiting MÃ                 gửi bản nháp hôm nay, cuối tháng hoặc tháng sau thì mất thêm bao nhiêu:
                             tiền đóng của tháng nộp, truy đóng, nộp thêm, BHYT của các tháng báo giảm chậm
  quota NGƯỜI [--year NĂM]   chế độ còn được hưởng trong năm: số ngày được, đã ghi, còn; điều kiện đủ, thiếu; điều gì chưa biết.
                             Ghi đợt đã hưởng, thời gian đóng trước đó: bhxh claims
  lint                       số liệu nào hết hạn, lâu chưa xem lại, hoặc chưa chắc
  set TÊN …                  thêm số liệu mới của luật trước khi có bản cập nhật; ghi rõ là của bạn
  own                        các số liệu bạn đã thêm; thêm --own vào lệnh tính để dùng chúng
  drop TÊN --from NGÀY       bỏ một số liệu bạn đã thêm
  settings [--employer MST]  những điểm luật để ngỏ (ngày đóng có tính là ngày chậm, làm tròn …): đang hiểu thế nào, ai chọn
  set TÊN --value MÃ [--basis LÝ_DO] [--employer MST]   chọn cách hiểu một điểm để ngỏ cho một đơn vị; --value mac-dinh để bỏ chọn;
                             riêng r cần thêm --from 2027-01-01, có hiệu lực cho năm đó
  --employer MST             tính với số liệu và thiết lập của đơn vị này; --own là của đơn vị đang mở
Ví dụ: bhxh law get muc-tham-chieu --on 2026-07-01
       bhxh law contributions --wage 60000000 --month 2026-11 --region 1 [--foreigner]
       bhxh law benefit om-dau --json '{"tuNgay":"2026-11-02","luong":12000000,"soNgay":5,"soNam":3}'
Mã thoát 1 khi câu trả lời thiếu hoặc sai, tất cả được liệt kê.`, run: runLaw})
}

// lawOptions are the options of all law commands.
type lawOptions struct {
	on, wage, month, region, input, from, to, value, basis, person, year, employer, out string
	foreigner, bhtn, own, draft                                                         bool
}

func runLaw(c *call) error {
	var o lawOptions
	if err := c.flags(1, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&o.on, "on", "", "")
		fs.StringVar(&o.wage, "wage", "", "")
		fs.StringVar(&o.month, "month", "", "")
		fs.StringVar(&o.region, "region", "", "")
		fs.StringVar(&o.input, "input", "", "")
		fs.StringVar(&o.from, "from", "", "")
		fs.StringVar(&o.to, "to", "", "")
		fs.StringVar(&o.person, "person", "", "")
		fs.StringVar(&o.year, "year", "", "")
		fs.StringVar(&o.out, "out", "", "")
		fs.BoolVar(&o.draft, "draft", false, "")
		fs.StringVar(&o.value, "value", "", "")
		fs.StringVar(&o.basis, "basis", "", "")
		fs.StringVar(&o.employer, "employer", "", "")
		fs.BoolVar(&o.foreigner, "foreigner", false, "")
		fs.BoolVar(&o.bhtn, "bhtn", false, "")
		fs.BoolVar(&o.own, "own", false, "")
	}); err != nil {
		return err
	}
	name := ""
	if len(c.args) == 2 {
		name = c.args[1]
	}
	switch {
	case o.out != "" && (c.args[0] != "benefit" || name == "" || o.employer != ""):
		return wrong("--out chỉ đi cùng law benefit TÊN, và tính với số liệu của đơn vị đang mở")
	case c.args[0] == "list":
		return c.answer(map[string]any{"names": law.Names()}, func(w io.Writer) { fmt.Fprintln(w, strings.Join(law.Names(), "\n")) })
	case c.args[0] == "get" && name != "":
		return c.lawGet(name, o)
	case c.args[0] == "contributions":
		return c.contributions(o)
	case c.args[0] == "benefit":
		return c.benefit(name, o)
	case c.args[0] == "set" && name != "":
		return c.lawSet(name, o)
	case c.args[0] == "drop" && name != "":
		return c.lawDrop(name, o)
	case c.args[0] == "own":
		return c.lawOwn()
	case c.args[0] == "settings":
		return c.lawSettings(o.employer)
	case c.args[0] == "changes":
		return c.lawChanges(o)
	case c.args[0] == "waiting" && name != "":
		return c.lawWaiting(name)
	case c.args[0] == "quota" && name != "":
		return c.lawQuota(name, o)
	case c.args[0] == "lint":
		return c.lawLint()
	}
	return wrong("law list, get, contributions, benefit, changes, waiting, quota, lint, set, own, drop hoặc settings")
}

// book is what to compute with: the program's figures and defaults; with --own also
// the user's figures and the settings of the employer at hand, with --employer those
// of another.
func (c *call) book(o lawOptions) (*law.Sach, error) {
	if !o.own && o.employer == "" {
		return nil, nil
	}
	off, err := c.office()
	if err != nil {
		return nil, err
	}
	if o.employer == "" {
		return off.LawBook(c.ctx)
	}
	mst, err := c.employer(o.employer)
	if err != nil {
		return nil, err
	}
	return off.LawBookOf(c.ctx, mst)
}

func (c *call) lawGet(name string, o lawOptions) error {
	day := office.DayOf(c.Now())
	if o.on != "" {
		d, ok := law.ParseDay(o.on)
		if !ok {
			return wrong("--on phải có dạng 2026-07-01 (đang ghi %q)", o.on)
		}
		day = d
	}
	book, err := c.book(o)
	if err != nil {
		return err
	}
	v, ok := book.Get(name, day)
	if !ok {
		if len(law.History(name)) == 0 {
			return wrong("không có số liệu %q; xem tên: bhxh law list", name)
		}
		return wrong("%s: chưa có số liệu cho ngày %s", name, day)
	}
	return c.answer(v, func(w io.Writer) {
		fmt.Fprintf(w, "%s: %s %s, từ %s\nCăn cứ: %s\n", v.Title, form.Dots(v.Amount), v.Unit, v.From, v.Basis)
	})
}

// benefit lists the calculators, asks the questions of one, or computes.
func (c *call) benefit(name string, o lawOptions) error {
	if name == "" {
		return c.calculators()
	}
	m, ok := law.TimMayTinh(name)
	if !ok {
		return wrong("không có máy tính %q; xem: bhxh law benefit", name)
	}
	answers, err := c.answers(o)
	if err != nil {
		return err
	}
	if o.person != "" {
		if answers, err = c.prefilled(m, o, answers); err != nil {
			return err
		}
	}
	if answers == nil {
		return c.questions(m)
	}
	if o.out != "" {
		return c.calculationSheet(m, answers, o.out)
	}
	book, err := c.book(o)
	if err != nil {
		return err
	}
	res, err := m.TinhJSON(answers, book)
	if err != nil {
		return c.blame(err)
	}
	return c.answer(res, func(w io.Writer) { printResult(w, m, res) })
}

// calculationSheet writes a result with its working for paper.
func (c *call) calculationSheet(m law.MayTinh, answers []byte, out string) error {
	if !strings.EqualFold(filepath.Ext(out), ".pdf") {
		return wrong("--out phải là tên tệp .pdf (đang ghi %q)", out)
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	f, err := off.CalculationSheet(c.ctx, m.Ten, answers)
	if err != nil {
		return c.blame(err)
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"name": m.Ten, "file": out}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi", out) })
}

// blame lists the faults of what was given to a computation; another error stays.
func (c *call) blame(err error) error {
	var faults law.LoiVaos
	if !errors.As(err, &faults) {
		return err
	}
	for _, f := range faults {
		fmt.Fprintln(c.Err, f.Say)
	}
	if err := c.answer(map[string]any{"faults": faults}, func(io.Writer) {}); err != nil {
		return err
	}
	return errFaults
}

// answers are what was given for a calculator, nil if nothing was.
func (c *call) answers(o lawOptions) ([]byte, error) {
	const limit = 1 << 20
	switch {
	case c.input != "":
		return []byte(c.input), nil
	case o.input == "":
		return nil, nil
	case o.input == "-":
		return io.ReadAll(io.LimitReader(c.In, limit))
	}
	f, err := os.Open(o.input)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, limit))
}

func (c *call) calculators() error {
	type line struct {
		Name  string   `json:"name"`
		Title string   `json:"title"`
		Group law.Nhom `json:"group"`
		Basis string   `json:"basis"`
	}
	var out []line
	rows := [][]string{}
	for _, m := range law.MayTinhs() {
		out = append(out, line{m.Ten, m.TieuDe, m.Nhom, m.CanCu})
		rows = append(rows, []string{m.Ten, m.TieuDe, string(m.Nhom)})
	}
	return c.answer(map[string]any{"calculators": out}, func(w io.Writer) { table(w, rows) })
}

// question is a law.CauHoi for scripts.
type question struct {
	Name     string            `json:"name"`
	Label    string            `json:"label"`
	Kind     law.Loai          `json:"kind"`
	Unit     string            `json:"unit,omitempty"`
	Required bool              `json:"required"`
	Choices  map[string]string `json:"choices,omitempty"`
	Columns  []question        `json:"columns,omitempty"`
	Setting  bool              `json:"setting,omitempty"`
	Default  string            `json:"default,omitempty"`
	Help     string            `json:"help,omitempty"`
}

func questionsOf(hoi []law.CauHoi) (out []question) {
	for _, h := range hoi {
		q := question{Name: h.Ten, Label: h.Nhan, Kind: h.Loai, Unit: h.DonVi, Required: h.Can, Columns: questionsOf(h.Cot),
			Setting: h.ThietLap, Default: h.MacDinh, Help: h.GiupDo}
		for _, choice := range h.Chon {
			if q.Choices == nil {
				q.Choices = map[string]string{}
			}
			q.Choices[choice.Ma] = choice.Nhan
		}
		out = append(out, q)
	}
	return out
}

func (c *call) questions(m law.MayTinh) error {
	all := questionsOf(m.Hoi)
	return c.answer(map[string]any{"name": m.Ten, "title": m.TieuDe, "basis": m.CanCu, "note": m.GhiChu, "questions": all}, func(w io.Writer) {
		fmt.Fprintf(w, "%s\nCăn cứ: %s\n", m.TieuDe, m.CanCu)
		if m.GhiChu != "" {
			fmt.Fprintln(w, m.GhiChu)
		}
		rows := [][]string{}
		for _, h := range m.Hoi {
			rows = append(rows, []string{h.Ten, h.Nhan, map[bool]string{true: "phải có"}[h.Can], choicesOf(h)})
			for _, k := range h.Cot {
				rows = append(rows, []string{"  " + k.Ten, k.Nhan, map[bool]string{true: "phải có"}[k.Can], choicesOf(k)})
			}
		}
		table(w, rows)
	})
}

func choicesOf(h law.CauHoi) string {
	var s []string
	for _, c := range h.Chon {
		s = append(s, c.Ma+" = "+c.Nhan)
	}
	return strings.Join(s, "; ")
}

func printResult(w io.Writer, m law.MayTinh, r law.KetQuaTinh) {
	fmt.Fprintln(w, m.TieuDe)
	printWorking(w, r.Working, "  ")
	for _, p := range r.Parts {
		fmt.Fprintf(w, "%s: %s\n", p.Nhan, office.Amount(p.GiaTri, p.DonVi))
	}
	for _, x := range r.Warnings {
		fmt.Fprintln(w, "Lưu ý:", x)
	}
	fmt.Fprintf(w, "Cộng: %s\n", office.Amount(r.Total, r.Unit))
}

func printWorking(w io.Writer, steps []law.Buoc, indent string) {
	for _, b := range steps {
		fmt.Fprintf(w, "%s%s: %s\n%s    %s\n", indent, b.Nhan, b.CongThuc, indent, b.CanCu)
		printWorking(w, b.Con, indent+"  ")
	}
}
