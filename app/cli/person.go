package cli

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"ankhai/app/office"
	"ankhai/storage"
)

func init() {
	register(
		&command{name: "person", group: groupMachine, short: "dữ liệu của một người: xem, sửa, xuất, xoá có biên bản",
			use: "person show MÃ|CCCD | person edit MÃ|CCCD [MỤC=CHỮ…] | person add MỤC=CHỮ… | person export MÃ|CCCD --out THƯ_MỤC | person erase MÃ|CCCD --reason LÝ_DO [--yes] | person due",
			long: `show liệt kê những gì đang giữ về một người và để làm gì; export ghi ra tệp Excel và JSON để đưa cho người đó.
edit sửa họ tên, ngày sinh, số giấy tờ, điện thoại, nơi ở … ngay trong danh sách; không có MỤC=CHỮ nào thì nêu các mục và điều đang ghi.
MỤC= (để trống) là chưa biết. Lương, chức danh, hợp đồng theo tháng thì sửa ở bảng lương hoặc trong hồ sơ. Điều cơ quan BHXH
đang giữ không đổi theo: sai ở đó thì lập hồ sơ điều chỉnh (TK1-TS).
add thêm một người đang tham gia vào danh sách: hoTen=, tuThang=11/2026 phải có; mucLuong=, chucDanh= và các mục của edit. Người mới
vào làm thì lập hồ sơ báo tăng, danh sách theo hồ sơ; có bảng lương Excel thì nhập bảng lương.
Người được chỉ bằng mã (NLD000001), số CCCD hoặc mã số BHXH. Mỗi lần xem, sửa, xuất, xoá đều ghi vào nhật ký (bhxh journal).
  --out THƯ_MỤC         nơi ghi tệp của export
  --password-file TỆP   đặt mật khẩu cho tệp Excel, lấy ở dòng đầu của TỆP; khi đó không ghi tệp JSON
  --password-env BIẾN   như trên, lấy từ biến môi trường
erase nêu những gì sẽ mất, những gì còn giữ và vì sao; chỉ xoá khi có --yes. Xoá xong có biên bản, không lấy lại được.
  --reason              het-han (hết hạn lưu), yeu-cau (người lao động yêu cầu), nham (nhập nhầm)
  --dossiers            xoá cả nội dung của hồ sơ đã ký mà hạn lưu đã hết; còn lại mã băm, ngày, số hồ sơ
  --copies              xoá các bản sao trong thư mục dữ liệu còn giữ người này
due liệt kê người đã nghỉ quá hạn lưu; đặt hạn bằng bhxh retention.`,
			run: runPerson},
		&command{name: "retention", group: groupMachine, short: "hạn lưu dữ liệu: xem, đặt",
			use: "retention [--person-months N] [--dossier-months N] [--keep-sensitive yes|no]",
			long: `Không đối số thì cho biết hạn đang đặt. Chưa đặt thì không ai bị coi là quá hạn; chương trình không tự chọn hạn.
  --person-months N     giữ dữ liệu của một người N tháng sau khi nghỉ việc; 0 = bỏ hạn
  --dossier-months N    giữ nội dung hồ sơ đã ký N tháng sau khi ký; 0 = bỏ hạn
  --keep-sensitive      yes: giữ dân tộc cùng với người và giữ giấy tờ nhạy cảm sau khi hồ sơ xong; no (mặc định): bỏ`,
			run: runRetention},
	)
}

func runPerson(c *call) error {
	var in personFlags
	if err := c.flags(1, 2+len(office.NewPersonFields(0)), in.define); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if c.args[0] == "due" && len(c.args) == 1 {
		return c.personDue(o)
	}
	if c.args[0] == "add" {
		return c.personAdd(o, c.args[1:])
	}
	if len(c.args) != 2 && c.args[0] != "edit" || len(c.args) < 2 {
		return wrong("person show, edit, export hoặc erase cần mã hoặc số CCCD của một người")
	}
	id, err := o.PersonID(c.ctx, c.args[1])
	if err != nil {
		return err
	}
	switch c.args[0] {
	case "show":
		r, err := o.ShowPerson(c.ctx, id)
		if err != nil {
			return err
		}
		return c.answer(r, func(w io.Writer) { printPerson(w, r) })
	case "edit":
		return c.personEdit(o, id, c.args[2:])
	case "export":
		return c.personExport(o, id, &in)
	case "erase":
		return c.personErase(o, id, &in)
	}
	return wrong("person show, person edit, person add, person export, person erase hoặc person due")
}

// personFlags are the options of person.
type personFlags struct {
	out, reason string
	password    passwordFlags
	yes         bool
	dossiers    bool
	copies      bool
}

func (p *personFlags) define(fs *flag.FlagSet) {
	fs.StringVar(&p.out, "out", "", "")
	fs.StringVar(&p.reason, "reason", "", "")
	fs.BoolVar(&p.yes, "yes", false, "")
	fs.BoolVar(&p.dossiers, "dossiers", false, "")
	fs.BoolVar(&p.copies, "copies", false, "")
	p.password.define(fs)
}

func (c *call) personExport(o *office.Office, id string, in *personFlags) error {
	if in.out == "" {
		return wrong("thiếu --out")
	}
	password, err := in.password.read(c)
	if err != nil {
		return err
	}
	files, err := o.ExportPerson(c.ctx, id, password)
	if err != nil {
		return err
	}
	return c.write(in.out, files)
}

func (c *call) personErase(o *office.Office, id string, in *personFlags) error {
	plan, err := o.PlanErasure(c.ctx, id)
	if err != nil {
		return err
	}
	if !in.yes {
		return c.answer(map[string]any{"id": id, "erased": false, "counts": plan.Counts, "drafts": list(plan.Drafts), "stays": staysJSON(plan.Stays), "copies": list(plan.Copies)},
			func(w io.Writer) {
				printPlan(w, plan)
				fmt.Fprintln(w, "Chưa xoá gì. Để xoá: thêm --yes và --reason")
			})
	}
	r, err := o.ErasePerson(c.ctx, office.EraseOrder{ID: id, Reason: in.reason, Dossiers: in.dossiers, Copies: in.copies})
	if err != nil {
		return err
	}
	tombs := []string{}
	for _, t := range r.Tombstones {
		tombs = append(tombs, t.DossierID)
	}
	return c.answer(map[string]any{
		"id": id, "erased": true, "counts": r.Counts, "drafts": list(r.Drafts), "stays": staysJSON(r.Stays), "copies": list(r.Copies),
		"removed": list(r.Removed), "tombstones": tombs, "report": r.Path, "sha256": r.SHA256,
	}, func(w io.Writer) {
		printPlan(w, r.ErasePlan)
		for _, p := range r.Removed {
			fmt.Fprintln(w, "Đã xoá bản sao", p)
		}
		fmt.Fprintf(w, "Đã xoá. Biên bản: %s\nMã băm của biên bản (có trong nhật ký): %s\n", r.Path, r.SHA256)
	})
}

func staysJSON(stays []storage.Stay) []map[string]any {
	out := []map[string]any{}
	for _, s := range stays {
		m := map[string]any{"id": s.DossierID, "soHoSo": s.SoHoSo, "state": s.State, "until": ""}
		if !s.Until.IsZero() {
			m["until"] = office.DayOf(s.Until).ISO()
		}
		out = append(out, m)
	}
	return out
}

func printPlan(w io.Writer, p office.ErasePlan) {
	fmt.Fprintf(w, "%s: %s\n", p.ID, strings.Join(office.CountLines(p.Counts), ", "))
	for _, s := range p.Stays {
		fmt.Fprintln(w, "  còn giữ", office.StaySay(s))
	}
	for _, a := range p.Unsettled {
		fmt.Fprintf(w, "  cần xem: giấy tờ %q của bản nháp %s có thể nhắc đến người này\n", a.Name, a.DossierID)
	}
	for _, path := range p.Copies {
		fmt.Fprintln(w, "  bản sao còn giữ người này:", path)
	}
}

func (c *call) personDue(o *office.Office) error {
	rule, err := o.Retention(c.ctx)
	if err != nil {
		return err
	}
	due, err := o.PastTerms(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"due": list(due), "personMonths": rule.PersonMonths}, func(w io.Writer) {
		if rule.PersonMonths == 0 {
			fmt.Fprintln(w, "Chưa đặt hạn lưu nên không ai quá hạn. Đặt bằng: bhxh retention --person-months N")
			return
		}
		rows := [][]string{}
		for _, d := range due {
			rows = append(rows, []string{d.ID, d.HoTen, "nghỉ từ " + d.Left.String(), "giữ đến " + d.Until.String()})
		}
		table(w, rows)
		fmt.Fprintf(w, "%d người quá hạn lưu\n", len(due))
	})
}

func runRetention(c *call) error {
	var person, dossier int
	var keep string
	if err := c.flags(0, 0, func(fs *flag.FlagSet) {
		fs.IntVar(&person, "person-months", -1, "")
		fs.IntVar(&dossier, "dossier-months", -1, "")
		fs.StringVar(&keep, "keep-sensitive", "", "")
	}); err != nil {
		return err
	}
	if keep != "" && keep != "yes" && keep != "no" {
		return wrong("--keep-sensitive phải là yes hoặc no (đang ghi %q)", keep)
	}
	if person > office.MostMonths || dossier > office.MostMonths {
		return wrong("hạn lưu tính bằng tháng, nhiều nhất %d", office.MostMonths)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	rule, err := o.Retention(c.ctx)
	if err != nil {
		return err
	}
	if person >= 0 {
		rule.PersonMonths = person
	}
	if dossier >= 0 {
		rule.DossierMonths = dossier
	}
	if keep != "" {
		rule.KeepSensitive = keep == "yes"
	}
	if person >= 0 || dossier >= 0 || keep != "" {
		if err := o.SetRetention(c.ctx, rule); err != nil {
			return err
		}
	}
	return c.answer(map[string]any{"personMonths": rule.PersonMonths, "dossierMonths": rule.DossierMonths, "keepSensitive": rule.KeepSensitive}, func(w io.Writer) {
		fmt.Fprintln(w, "Hạn lưu:", office.RetentionSay(rule))
	})
}

func printPerson(w io.Writer, r office.PersonRecord) {
	fmt.Fprintf(w, "%s  %s\nGiữ tại: %s\nHạn lưu: %s\n%s\n\n", r.ID, r.Nguoi.HoTen, r.DonVi, r.HanLuu, r.TraLoi)
	rows := [][]string{
		{"Thông tin", "1 bản", r.DeLamGi["nguoi"]},
		{"Quá trình", fmt.Sprintf("%d dòng", len(r.QuaTrinh)), r.DeLamGi["quaTrinh"]},
		{"Sửa đổi", fmt.Sprintf("%d lần", len(r.SuaDoi)), r.DeLamGi["suaDoi"]},
		{"Bảng lương", fmt.Sprintf("%d tháng", len(r.BangLuong)), r.DeLamGi["bangLuong"]},
		{"Hồ sơ", fmt.Sprintf("%d hồ sơ", len(r.HoSo)), r.DeLamGi["hoSo"]},
		{"Đã khai", fmt.Sprintf("%d dòng", len(r.DaKhai)), r.DeLamGi["daKhai"]},
		{"Đợt hưởng", fmt.Sprintf("%d đợt", len(r.DotHuong)), r.DeLamGi["dotHuong"]},
	}
	if n := len(r.QuyetDinh) + len(r.GopNguoi); n > 0 {
		rows = append(rows, []string{"Quyết định", fmt.Sprintf("%d lần", n), r.DeLamGi["quyetDinh"]})
	}
	if h := r.HoGiaDinh; h != nil {
		rows = append(rows, []string{"Hộ gia đình", fmt.Sprintf("%d thành viên", len(h.ThanhVien)), r.DeLamGi["hoGiaDinh"]})
	}
	table(w, rows)
	for _, d := range r.HoSo {
		fmt.Fprintf(w, "  %s  %s  %s %s\n", d.ID, d.Ten, d.Trang, d.SoHoSo)
		for _, p := range d.GiayTo {
			fmt.Fprintln(w, "    kèm theo:", p)
		}
	}
	fmt.Fprintf(w, "Xuất ra tệp để đưa cho người này: bhxh person export %s --out THƯ_MỤC\n", r.ID)
}
