package cli

import (
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/facts"
	"ankhai/storage"
)

func init() {
	register(&command{name: "claims", group: groupLook, short: "chế độ đã hưởng của một người: xem, ghi, nhập từ tệp; đợt nghỉ trong bảng chấm công",
		use: "claims leaves --month 2026-11 | list NGƯỜI | add NGƯỜI --kind … --from … --until … --days … | settle NGƯỜI SỐ --state … [--days …] | drop NGƯỜI SỐ | import TỆP | template TỆP.xlsx | career NGƯỜI [--months-before N] [--heavy yes|no]",
		long: `Những đợt ghi ở đây dùng để tính số ngày còn được hưởng: bhxh law quota NGƯỜI. Đợt trong hồ sơ đã ký được ghi tự động.
NGƯỜI là mã trong danh sách (NLD000001), mã số BHXH, số CCCD hoặc mã nhân viên.
  leaves --month THÁNG   các đợt nghỉ ốm, con ốm, thai sản mà bảng chấm công của tháng cho thấy, chưa hay đã đề nghị;
                         lập hồ sơ từ đó: bhxh draft --procedure 630 --month THÁNG --from leaves
  list NGƯỜI             các đợt đã ghi, số của đợt ở đầu dòng
  add NGƯỜI …            ghi một đợt:
    --kind CHẾ_ĐỘ        ` + kindsHelp() + `
    --from NGÀY --until NGÀY   từ ngày, đến ngày
    --days SỐ            số ngày, tính đến nửa ngày: 2,5
    --child NGÀY         ngày sinh của con, khi con ốm hoặc cha nghỉ
    --case MÃ            lý do, để tính dưỡng sức: daiNgay, phauThuat, doi (sinh từ hai con), khac
    --state TRẠNG_THÁI   deNghi, daDuyet (mặc định: đợt đã hưởng), biTuChoi
  settle NGƯỜI SỐ --state … [--days …]   kết quả của cơ quan BHXH cho một đợt
  drop NGƯỜI SỐ          bỏ một đợt ghi nhầm; đợt của hồ sơ đã ký thì không bỏ được
  import TỆP             .csv hoặc Excel; dòng đầu: Người, Chế độ, Từ ngày, Đến ngày, Số ngày; thêm Ngày sinh con, Trường hợp, Trạng thái nếu có.
                         Không ghi Trạng thái thì là đã duyệt. Sai một dòng thì không ghi dòng nào và nêu mọi chỗ sai
  template TỆP.xlsx      ghi tệp mẫu để điền rồi import, kèm cách ghi từng cột
  career NGƯỜI           điều danh sách không biết: --months-before N là số tháng đóng BHXH bắt buộc trước tháng đầu trong danh sách (sổ BHXH),
                         --heavy yes|no là nghề nặng nhọc, độc hại, nguy hiểm hoặc vùng đặc biệt khó khăn
Mã thoát 1 khi một đợt hoặc một dòng có lỗi.`, run: runClaims})
}

func kindsHelp() string {
	var s []string
	for _, k := range facts.CheDos() {
		s = append(s, string(k))
	}
	return strings.Join(s, ", ")
}

// claimFlags are the options of claims.
type claimFlags struct{ kind, from, until, days, child, reason, state, before, heavy, month string }

func (f *claimFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&f.kind, "kind", "", "")
	fs.StringVar(&f.from, "from", "", "")
	fs.StringVar(&f.until, "until", "", "")
	fs.StringVar(&f.days, "days", "", "")
	fs.StringVar(&f.child, "child", "", "")
	fs.StringVar(&f.reason, "case", "", "")
	fs.StringVar(&f.state, "state", "", "")
	fs.StringVar(&f.before, "months-before", "", "")
	fs.StringVar(&f.heavy, "heavy", "", "")
	fs.StringVar(&f.month, "month", "", "")
}

func runClaims(c *call) error {
	var f claimFlags
	if err := c.flags(1, 3, f.define); err != nil {
		return err
	}
	off, err := c.office()
	if err != nil {
		return err
	}
	switch {
	case c.args[0] == "leaves" && len(c.args) == 1:
		return c.claimsLeaves(off, f.month)
	case len(c.args) == 1:
		return wrong("claims %s cần thêm NGƯỜI hoặc TỆP", c.args[0])
	}
	switch {
	case c.args[0] == "import" && len(c.args) == 2:
		return c.claimsImport(off, c.args[1])
	case c.args[0] == "template" && len(c.args) == 2:
		return c.claimsTemplate(c.args[1])
	}
	id, err := off.FindPerson(c.ctx, c.args[1])
	if err != nil {
		return err
	}
	switch {
	case c.args[0] == "list" && len(c.args) == 2:
		return c.claimsList(off, id)
	case c.args[0] == "add" && len(c.args) == 2:
		return c.claimsAdd(off, id, f)
	case c.args[0] == "career" && len(c.args) == 2:
		return c.claimsCareer(off, id, f)
	case c.args[0] == "settle" && len(c.args) == 3, c.args[0] == "drop" && len(c.args) == 3:
		return c.claimsChange(off, id, f)
	}
	return wrong("claims leaves, list, add, settle, drop, import, template hoặc career")
}

// claimLine is a period for scripts.
type claimLine struct {
	N         int64                 `json:"n"`
	Kind      facts.CheDo           `json:"kind"`
	Label     string                `json:"label"`
	From      string                `json:"from"`
	Until     string                `json:"until"`
	Days      office.Days           `json:"days"`
	Child     string                `json:"child,omitempty"`
	Case      string                `json:"case,omitempty"`
	State     storage.BenefitState  `json:"state"`
	Source    storage.BenefitSource `json:"source"`
	DossierID string                `json:"dossier,omitempty"`
	Form      string                `json:"form,omitempty"`
	Row       int                   `json:"row,omitempty"`
	Counts    bool                  `json:"counts"`
}

func (c *call) claimsList(off *office.Office, id string) error {
	all, err := off.Benefits(c.ctx, id)
	if err != nil {
		return err
	}
	var out []claimLine
	rows := [][]string{}
	for _, b := range all {
		out = append(out, claimLine{b.Seq, b.CheDo, b.CheDo.Say(), b.TuNgay.ISO(), b.DenNgay.ISO(), office.Days(b.NuaNgay), b.NgaySinhCon.ISO(), b.TruongHop,
			b.State, b.Source, b.DossierID, b.Form, b.Row, b.Counts()})
		state := b.State.Say()
		if b.DossierID != "" {
			state += ", " + b.DossierID + " " + strings.ToLower(b.Dossier.Say())
		}
		if !b.Counts() {
			state += ", không tính"
		}
		rows = append(rows, []string{fmt.Sprint(b.Seq), b.CheDo.Say(), b.TuNgay.String(), b.DenNgay.String(), office.Days(b.NuaNgay).String() + " ngày", b.NgaySinhCon.String(), state, b.Source.Say()})
	}
	return c.answer(map[string]any{"person": id, "claims": list(out)}, func(w io.Writer) {
		table(w, rows)
		fmt.Fprintf(w, "%d đợt\n", len(rows))
	})
}

// claimed reads a period from the options.
func (f claimFlags) claimed() (facts.DotHuong, storage.BenefitState) {
	return office.ClaimText{Kind: f.kind, From: f.from, Until: f.until, Days: f.days, Child: f.child, Case: f.reason, State: f.state}.Read()
}

func (c *call) claimsAdd(off *office.Office, id string, f claimFlags) error {
	d, state := f.claimed()
	say, err := off.AddClaim(c.ctx, id, d, state)
	if err != nil {
		return err
	}
	if len(say) > 0 {
		for _, s := range say {
			fmt.Fprintln(c.Err, s)
		}
		if err := c.answer(map[string]any{"faults": say}, func(io.Writer) {}); err != nil {
			return err
		}
		return errFaults
	}
	return c.claimsList(off, id)
}

func (c *call) claimsChange(off *office.Office, id string, f claimFlags) error {
	n, err := strconv.ParseInt(c.args[2], 10, 64)
	if err != nil {
		return wrong("số của đợt phải là số ở đầu dòng của: bhxh claims list (đang ghi %q)", c.args[2])
	}
	if c.args[0] == "drop" {
		err = off.DropClaim(c.ctx, id, n)
	} else {
		state, ok := office.ParseBenefitState(f.state)
		halves, okDays := office.ParseDays(f.days)
		if !ok {
			return wrong("--state phải là deNghi, daDuyet hoặc biTuChoi (đang ghi %q)", f.state)
		}
		if f.days != "" && (!okDays || halves == 0) {
			return wrong("--days phải là số ngày, tính đến nửa ngày (đang ghi %q)", f.days)
		}
		err = off.SettleClaim(c.ctx, id, n, state, halves)
	}
	if err != nil {
		return err
	}
	return c.claimsList(off, id)
}

func (c *call) claimsImport(off *office.Office, path string) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	n, _, faults, err := off.ImportClaims(c.ctx, data)
	if err != nil {
		return err
	}
	for _, f := range faults {
		fmt.Fprintf(c.Err, "dòng %d: %s\n", f.Line, f.Say)
	}
	if err := c.answer(map[string]any{"kept": n, "faults": list(faults)}, func(w io.Writer) { fmt.Fprintf(w, "Đã ghi %d đợt\n", n) }); err != nil {
		return err
	}
	if len(faults) > 0 {
		return errFaults
	}
	return nil
}

func (c *call) claimsTemplate(path string) error {
	f, err := office.ClaimTemplate()
	if err != nil {
		return err
	}
	if err := office.WriteFile(path, f.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"file": path}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi", path) })
}

func (c *call) claimsCareer(off *office.Office, id string, f claimFlags) error {
	k, err := off.Career(c.ctx, id)
	if err != nil {
		return err
	}
	if f.before != "" {
		n, err := strconv.ParseInt(f.before, 10, 64)
		if err != nil || n < 0 || n > 720 {
			return wrong("--months-before phải là số tháng từ 0 đến 720 (đang ghi %q)", f.before)
		}
		k.MonthsBefore = &n
	}
	if f.heavy != "" {
		if f.heavy != "yes" && f.heavy != "no" {
			return wrong("--heavy phải là yes hoặc no (đang ghi %q)", f.heavy)
		}
		heavy := f.heavy == "yes"
		k.Heavy = &heavy
	}
	if f.before != "" || f.heavy != "" {
		if err := off.PutCareer(c.ctx, id, k); err != nil {
			return err
		}
	}
	return c.answer(map[string]any{"person": id, "monthsBefore": k.MonthsBefore, "heavy": k.Heavy}, func(w io.Writer) {
		before, heavy := "chưa ghi", "chưa ghi"
		if k.MonthsBefore != nil {
			before = fmt.Sprintf("%d tháng", *k.MonthsBefore)
		}
		if k.Heavy != nil {
			heavy = map[bool]string{true: "có", false: "không"}[*k.Heavy]
		}
		fmt.Fprintf(w, "Đóng trước khi có trong danh sách: %s\nNặng nhọc, độc hại hoặc vùng đặc biệt khó khăn: %s\n", before, heavy)
	})
}
