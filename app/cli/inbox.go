package cli

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"ankhai/app/office"
	"ankhai/forms/form"
)

func init() {
	register(&command{name: "inbox", group: groupLook, short: "hộp thư: C12-TS, D09-TS, kết quả và thông báo của cơ quan BHXH",
		use: "inbox [list] [--month 2026-11] [--kind C12|D09|KQ|TB] [--unread] | fetch [--gateway ĐỊA_CHỈ] | show SỐ [--unread] | save SỐ --out THƯ_MỤC | c12 SỐ",
		long: `Thông báo lấy qua cổng của đơn vị và giữ lại, không sửa, không xoá được; lấy lại không thành hai lần.
  list       những gì đã có, mới trước cũ sau; * là chưa đọc
  fetch      hỏi cổng từ chỗ đã lấy tới, hết các trang; cái chưa lấy được thì nêu tên và lần sau hỏi lại
  show SỐ    một thông báo với các tệp; chữ ký được kiểm tra lại mỗi lần xem, khác lúc nhận thì nói rõ. Xem là đã đọc; --unread ghi lại là chưa đọc
  save SỐ    ghi các tệp ra thư mục
  c12 SỐ     nhận thông báo C12-TS vào đối chiếu, như bhxh c12 import
SỐ là số trong danh sách, hoặc mã của cổng. Thông báo của cổng thực hành không có giá trị pháp lý.
Mã thoát 1 khi có thông báo chưa lấy được, hoặc có chữ ký nay không đạt.
Ví dụ: bhxh inbox fetch
       bhxh inbox --month 2026-11 --kind C12`,
		run: runInbox})
}

// inboxFlags are the options of the command.
type inboxFlags struct {
	month, kind, gateway, out string
	unread                    bool
}

func runInbox(c *call) error {
	var f inboxFlags
	if err := c.flags(0, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&f.month, "month", "", "")
		fs.StringVar(&f.kind, "kind", "", "")
		fs.StringVar(&f.gateway, "gateway", "", "")
		fs.StringVar(&f.out, "out", "", "")
		fs.BoolVar(&f.unread, "unread", false, "")
	}); err != nil {
		return err
	}
	if len(c.args) == 0 {
		c.args = []string{"list"}
	}
	verb := c.args[0]
	one := map[string]func(*office.Office, string, int64, inboxFlags) error{"show": c.inboxShow, "save": c.inboxSave, "c12": c.inboxC12}[verb]
	switch n := len(c.args); {
	case one != nil && n != 2:
		return wrong("inbox %s cần SỐ của thông báo: xem bhxh inbox", verb)
	case one == nil && (n != 1 || verb != "list" && verb != "fetch"):
		return wrong("inbox chỉ có: list, fetch, show, save, c12")
	case verb == "save" && f.out == "":
		return wrong("thiếu --out")
	}
	if err := office.CheckAddress(f.gateway); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	dv, err := o.Company(c.ctx)
	if err != nil {
		return err
	}
	switch verb {
	case "list":
		return c.inboxList(o, dv.MaSoThue, f)
	case "fetch":
		return c.inboxFetch(o, dv.MaSoThue, f)
	}
	n, err := o.NoticeNumber(c.ctx, dv.MaSoThue, c.args[1])
	if err != nil {
		return err
	}
	return one(o, dv.MaSoThue, n, f)
}

func (c *call) inboxList(o *office.Office, mst string, f inboxFlags) error {
	filter := office.NoticeFilter{Loai: strings.ToUpper(f.kind), Unread: f.unread}
	if f.kind != "" && !office.NoticeKind(filter.Loai) {
		return wrong("--kind là C12, D09, KQ hoặc TB (đang ghi %q)", f.kind)
	}
	if f.month != "" {
		var err error
		if filter.Month, err = month(f.month); err != nil {
			return err
		}
	}
	all, err := o.Notices(c.ctx, mst, filter)
	if err != nil {
		return err
	}
	out := []map[string]any{}
	for _, n := range all {
		out = append(out, inboxJSON(n))
	}
	return c.answer(map[string]any{"notices": out}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Không có thông báo nào. Hỏi cổng: bhxh inbox fetch")
			return
		}
		printInbox(w, all)
	})
}

func inboxJSON(n office.InboxNotice) map[string]any {
	return map[string]any{"n": n.N, "ma": n.Ma, "kind": n.Kind, "title": n.Title, "month": n.Month.ISO(), "made": n.Made.Format(time.RFC3339), "came": n.Came.Format(time.RFC3339),
		"read": n.Read, "dossier": n.Dossier, "gateway": n.Gateway, "caution": n.Caution, "files": n.Files}
}

func printInbox(w io.Writer, all []office.InboxNotice) {
	rows := [][]string{{"", "Số", "Loại", "Tháng", "Cơ quan lập lúc", "Tiêu đề", "Hồ sơ", "Tệp"}}
	var cautions []string
	for _, n := range all {
		mark := "*"
		if n.Read {
			mark = ""
		}
		month := ""
		if n.Month != 0 {
			month = n.Month.String()
		}
		rows = append(rows, []string{mark, fmt.Sprint(n.N), n.Kind, month, stamp(n.Made), n.Title, n.Dossier, fmt.Sprint(len(n.Files))})
		if n.Caution != "" && !slices.Contains(cautions, n.Caution) {
			cautions = append(cautions, n.Caution)
		}
	}
	table(w, rows)
	for _, say := range cautions {
		fmt.Fprintln(w, "Lưu ý của cổng:", say)
	}
}

func (c *call) inboxFetch(o *office.Office, mst string, f inboxFlags) error {
	got, err := o.FetchNotices(c.ctx, mst, f.gateway)
	if err != nil {
		if n := len(got.New); n > 0 {
			fmt.Fprintf(c.Err, "Đã giữ %d thông báo trước khi dừng.\n", n)
		}
		return err
	}
	out := []map[string]any{}
	for _, n := range got.New {
		out = append(out, inboxJSON(n))
	}
	for _, x := range got.Failed {
		fmt.Fprintf(c.Err, "Chưa lấy được %s (%s): %s\n", x.Title, x.Ma, x.Say)
	}
	if err := c.answer(map[string]any{"new": out, "failed": list(got.Failed)}, func(w io.Writer) {
		if len(got.New) == 0 {
			fmt.Fprintln(w, "Không có thông báo mới.")
			return
		}
		fmt.Fprintf(w, "Đã lấy %d thông báo mới:\n", len(got.New))
		printInbox(w, got.New)
	}); err != nil {
		return err
	}
	if len(got.Failed) > 0 {
		return errFaults
	}
	return nil
}

func (c *call) inboxShow(o *office.Office, mst string, n int64, f inboxFlags) error {
	v, err := o.Notice(c.ctx, mst, n)
	if err != nil {
		return err
	}
	if err := o.MarkRead(c.ctx, mst, n, !f.unread); err != nil {
		return err
	}
	v.Read = !f.unread
	broken := false
	for _, x := range v.Files {
		broken = broken || x.Now.State == office.SealBroken
	}
	if err := c.answer(inboxJSON(v), func(w io.Writer) { printNotice(w, v) }); err != nil {
		return err
	}
	if broken {
		return errFaults
	}
	return nil
}

func printNotice(w io.Writer, v office.InboxNotice) {
	fmt.Fprintf(w, "%s: %s\n", v.KindSay, v.Title)
	rows := [][]string{{"Cơ quan lập lúc", stamp(v.Made)}, {"Lấy về lúc", stamp(v.Came)}, {"Cổng", v.Gateway}, {"Mã", v.Ma}}
	if v.Dossier != "" {
		rows = append(rows, []string{"Hồ sơ", v.Dossier})
	}
	table(w, rows)
	if v.Caution != "" {
		fmt.Fprintln(w, "Lưu ý của cổng:", v.Caution)
	}
	for _, f := range v.Files {
		fmt.Fprintf(w, "%d. %s\n   Lúc nhận: %s\n   Bây giờ: %s\n", f.N, f.Name, f.Then.Words(), f.Now.Words())
		if f.Changed != "" {
			fmt.Fprintln(w, "   ĐÃ KHÁC:", f.Changed)
		}
	}
	if v.Kind == "C12" {
		fmt.Fprintf(w, "Đối chiếu với số của đơn vị: bhxh inbox c12 %d\n", v.N)
	}
}

func (c *call) inboxSave(o *office.Office, mst string, n int64, f inboxFlags) error {
	v, err := o.Notice(c.ctx, mst, n)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(f.out, 0o700); err != nil {
		return err
	}
	names := []string{}
	for _, x := range v.Files {
		path := filepath.Join(f.out, x.Name)
		if err := office.WriteFile(path, x.Bytes); err != nil {
			return err
		}
		names = append(names, path)
	}
	if err := o.NoticeSaved(c.ctx, n); err != nil {
		return err
	}
	return c.answer(map[string]any{"files": names}, func(w io.Writer) {
		for i, x := range v.Files {
			fmt.Fprintf(w, "Đã ghi %s, %s\n", names[i], x.Now.Words())
		}
	})
}

func (c *call) inboxC12(o *office.Office, _ string, n int64, _ inboxFlags) error {
	res, err := o.NoticeC12(c.ctx, n)
	if err != nil {
		return err
	}
	bad := !res.Kept
	for _, f := range res.Found {
		fmt.Fprintf(c.Err, "%s: %s\n", f.Level, f.Say)
		bad = bad || f.Level == form.Loi
	}
	if err := c.answer(map[string]any{"month": res.Month.ISO(), "rows": len(res.Statement.Dong), "kept": res.Kept, "problems": list(res.Found)}, func(w io.Writer) {
		if res.Kept {
			fmt.Fprintf(w, "Đã nhận thông báo tháng %s: %d dòng. Xem đối chiếu: bhxh c12 --month %s\n", res.Month, len(res.Statement.Dong), res.Month.ISO())
		}
	}); err != nil {
		return err
	}
	if bad {
		return errFaults
	}
	return nil
}
