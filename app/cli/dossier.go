package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/storage"
)

func init() {
	register(
		&command{name: "check", group: groupFile, short: "kiểm tra hồ sơ hoặc một tệp tờ khai XML",
			use: "check MÃ|TỆP.xml",
			long: `Kiểm tra mọi ô, mọi dòng, các mẫu với nhau và với những gì đã gửi. Lỗi chặn việc ký và gửi; Nhắc thì không.
Tệp XML thì kiểm theo cách trình bày của mẫu, rồi theo quy tắc của mẫu; gói BHXHDienTu.xml thì kiểm bìa và từng tờ khai. Mã thoát 1 khi còn Lỗi.
Ví dụ: bhxh check HS000001`,
			run: runCheck},
		&command{name: "print", group: groupFile, short: "in các mẫu của hồ sơ ra PDF",
			use: "print MÃ --out THƯ_MỤC [--working] | print MÃ --to-printer MÁY_IN|mac-dinh [--copies N] [--both-sides] [--pages 2-5] [--working] | print --printers",
			long: `Mỗi mẫu một tệp PDF theo mẫu giấy đang áp dụng. Bản nháp có chữ chìm; hồ sơ đã ký thì không.
  --to-printer   in ra giấy, không ghi tệp: tên máy in, hoặc mac-dinh là máy in mặc định. Linux, macOS: qua CUPS (lp);
                 Windows: bằng chương trình in PDF của máy, chỉ với mac-dinh
  --copies, --both-sides, --pages   số bản, in hai mặt, các trang của mỗi tệp (3 hoặc 2-5)
  --printers     các máy in của máy này
  --working      thêm bảng giải trình (bang-giai-trinh.pdf): từng tổng ở đâu ra, mức đóng, số liệu luật; không ký, không gửi
Ví dụ: bhxh print HS000001 --out in --working
       bhxh print HS000001 --to-printer mac-dinh --copies 2`, run: runPrint},
		&command{name: "attach", group: groupFile, short: "đính kèm giấy tờ vào hồ sơ",
			use: "attach MÃ TỆP… [--paper GIẤY] [--sensitive] [--person MÃ|CCCD]",
			long: `Nhận PDF, ảnh (.jpg, .png) và tệp Word, Excel; nội dung phải đúng như tên tệp. Ảnh thành PDF một trang;
tệp Word, Excel thành PDF bằng LibreOffice nếu máy có. PDF được ký cùng hồ sơ. Chỉ đính kèm vào bản nháp.
  --paper       các tệp này là giấy tờ nào của trường hợp (xem bhxh papers MÃ)
  --sensitive   giấy tờ nhạy cảm (bản chụp căn cước, giấy khám bệnh …): bỏ khi hồ sơ có kết quả, gói đã ký vẫn giữ
  --person      giấy tờ chỉ của người này: mất cùng với dữ liệu của người đó nếu hồ sơ chưa ký
Ví dụ: bhxh attach HS000001 quyet-dinh.pdf hop-dong.pdf`, run: runAttach},
		&command{name: "show", group: groupFile, short: "xem một hồ sơ",
			use: "show MÃ",
			long: `Trạng thái, các mẫu, giấy tờ kèm theo, các bước giải quyết và mọi việc đã xảy ra với hồ sơ.
--json in cả nội dung từng dòng.`, run: runShow},
		&command{name: "list", group: groupFile, short: "liệt kê hồ sơ của đơn vị",
			use: "list", long: "Mọi hồ sơ của đơn vị đang mở, mới nhất trước.", run: runList},
		&command{name: "export", group: groupFile, short: "ghi gói hồ sơ đã ký ra tệp, hoặc các mẫu ra Excel",
			use: "export MÃ --out TỆP | --xlsx TỆP.xlsx | --official TỆP.xlsx|THƯ_MỤC",
			long: `--xlsx ghi các mẫu của hồ sơ, đã ký hay chưa, thành một sổ Excel; sửa trong sổ rồi nhập lại bằng bhxh fill hoặc bhxh draft --from.
--official điền vào chính tệp Excel mà cơ quan BHXH ban hành (QĐ 366/QĐ-BHXH: D02-LT, D05-TS, D06-TS), mọi thứ khác trong tệp giữ nguyên;
nhập lại cũng bằng bhxh fill. Hồ sơ có nhiều mẫu như vậy thì ghi tên một thư mục.
--out ghi đúng những gì đã ký, không thay đổi gì: hồ sơ nộp qua I-VAN là gói BHXHDienTu.xml; hồ sơ do cá nhân, xã hay cơ sở khám
chữa bệnh tự nộp là một tệp ZIP có phiếu nộp, các mẫu và giấy tờ. Để chương trình ghi lại việc nộp qua I-VAN, dùng:
bhxh submit MÃ --gateway file:THƯ_MỤC`, run: runExport},
		&command{name: "again", group: groupFile, short: "lập lại hồ sơ bị trả: chép sang bản nháp mới",
			use: "again MÃ",
			long: `Chép mọi dòng của hồ sơ sang một bản nháp mới, có ghi hồ sơ gốc. Hồ sơ gốc không đổi.
Ví dụ: bhxh again HS000001`, run: runAgain},
		&command{name: "cancel", group: groupFile, short: "huỷ hồ sơ chưa gửi",
			use:  "cancel MÃ",
			long: `Huỷ bản nháp, hoặc hồ sơ đã ký mà chưa gửi. Hồ sơ đã huỷ vẫn xem và chép lại được. Hồ sơ đã gửi thì không huỷ ở đây.`, run: runCancel},
	)
}

func runCheck(c *call) error {
	if err := c.flags(1, 1, nil); err != nil {
		return err
	}
	var faults []form.Fault
	if isFile(c.args[0]) {
		data, err := readFile(c.args[0])
		if err != nil {
			return err
		}
		faults, err = office.CheckFile(data, c.Now())
		if err != nil {
			return err
		}
	} else {
		o, err := c.office()
		if err != nil {
			return err
		}
		if faults, err = o.Check(c.ctx, c.args[0]); err != nil {
			return err
		}
	}
	err := c.answer(map[string]any{"faults": flat(faults)}, func(w io.Writer) { printFaults(w, faults) })
	if err == nil && form.Blocks(faults) {
		err = errFaults
	}
	return err
}

// isFile tells a path from the code of a dossier, which has no dot and no folder.
func isFile(arg string) bool {
	return filepath.Ext(arg) != "" || filepath.Base(arg) != arg
}

func runPrint(c *call) error {
	var out string
	var working bool
	var to toPrinter
	if err := c.flags(0, 1, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.BoolVar(&working, "working", false, "")
		to.define(fs)
	}); err != nil {
		return err
	}
	switch {
	case to.list && len(c.args) == 0:
		return c.listPrinters()
	case len(c.args) != 1 || to.list:
		return wrong("print cần mã hồ sơ, hoặc --printers")
	case (out == "") == (to.name == ""):
		return wrong("thiếu --out THƯ_MỤC, hoặc --to-printer MÁY_IN")
	case to.name == "" && to.order != (office.PrintOrder{}):
		return wrong("--copies, --both-sides, --pages đi với --to-printer")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	files, err := o.Print(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	if working {
		f, err := o.WorkingSheet(c.ctx, c.args[0])
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	if to.name != "" {
		return c.printOut(o, files, to)
	}
	return c.write(out, files)
}

func runAttach(c *call) error {
	var mark storage.Mark
	var person, paper string
	if err := c.flags(2, -1, func(fs *flag.FlagSet) {
		fs.StringVar(&paper, "paper", "", "")
		fs.BoolVar(&mark.Sensitive, "sensitive", false, "")
		fs.StringVar(&person, "person", "", "")
	}); err != nil {
		return err
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	if person != "" {
		if mark.Person, err = o.PersonID(c.ctx, person); err != nil {
			return err
		}
	}
	var names []string
	for _, path := range c.args[1:] {
		data, err := readFile(path)
		if err != nil {
			return err
		}
		if err := o.AttachPaper(c.ctx, c.args[0], paper, filepath.Base(path), data, mark); err != nil {
			return err
		}
		names = append(names, filepath.Base(path))
	}
	return c.answer(map[string]any{"id": c.args[0], "attached": names}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã đính kèm %d tệp vào %s\n", len(names), c.args[0])
	})
}

func runShow(c *call) error {
	o, err := c.on(1)
	if err != nil {
		return err
	}
	v, err := o.Dossier(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	return c.answer(dossierJSON(v, true), func(w io.Writer) { printDossier(w, v) })
}

func dossierJSON(v office.DossierView, whole bool) map[string]any {
	forms := map[string]int{}
	for _, d := range v.Docs {
		forms[d.Form.ID] = len(d.Rows)
	}
	m := map[string]any{
		"id": v.ID, "procedure": v.Procedure, "month": v.Month.ISO(), "dot": v.Dot, "state": v.State, "stateName": v.StateSay,
		"title": v.Title, "soHoSo": v.SoHoSo, "parent": v.Parent,
	}
	if whole {
		m["forms"], m["docs"], m["steps"], m["events"], m["attachments"] = forms, v.Docs, list(v.Steps), list(v.Events), list(v.Attachments)
		m["signer"], m["key"], m["attempts"] = v.Signer, v.Key, list(v.Attempts)
	}
	return m
}

// list keeps an empty list from becoming null in JSON.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

func printDossier(w io.Writer, v office.DossierView) {
	fmt.Fprintf(w, "%s  %s\nTrạng thái: %s\n", v.ID, v.Title, v.StateSay)
	if v.SoHoSo != "" {
		fmt.Fprintln(w, "Số hồ sơ:", v.SoHoSo)
	}
	if v.Signer != "" {
		fmt.Fprintf(w, "Ký bởi %s lúc %s\n", v.Signer, stamp(v.SignedAt))
	}
	for _, d := range v.Docs {
		fmt.Fprintf(w, "  %s: %d dòng\n", d.Form.ID, len(d.Rows))
	}
	for _, a := range v.Attachments {
		fmt.Fprintln(w, "  kèm theo:", a)
	}
	printSteps(w, v.Steps)
	for _, e := range v.Events {
		by := ""
		if e.Who != "" {
			by = e.Who + ": "
		}
		fmt.Fprintf(w, "  %s  %s  %s%s\n", stamp(e.Time), e.To, by, e.Say)
	}
	if v.State == storage.NghiVan {
		fmt.Fprintln(w, "Bằng chứng")
		printAttempts(w, v.Attempts)
	}
}

func printSteps(w io.Writer, steps []office.Step) {
	for _, s := range steps {
		mark := "○"
		if s.Code != "" {
			mark = "●"
		}
		fmt.Fprintf(w, "  %s bước %d  %s  %s\n", mark, s.N, s.Message, stamp(s.Time))
	}
}

func runList(c *call) error {
	o, err := c.on(0)
	if err != nil {
		return err
	}
	all, err := o.Dossiers(c.ctx)
	if err != nil {
		return err
	}
	out := []map[string]any{}
	rows := [][]string{{"Mã", "Thủ tục", "Tháng", "Đợt", "Trạng thái", "Số hồ sơ"}}
	for _, v := range all {
		out = append(out, dossierJSON(v, false))
		rows = append(rows, []string{v.ID, v.Procedure, v.Month.String(), fmt.Sprint(v.Dot), v.StateSay, v.SoHoSo})
	}
	return c.answer(map[string]any{"dossiers": out}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Chưa có hồ sơ nào. Lập hồ sơ: bhxh draft --procedure 600 --month …")
			return
		}
		table(w, rows)
	})
}

func runExport(c *call) error {
	var out, book, official string
	if err := c.flags(1, 1, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&book, "xlsx", "", "")
		fs.StringVar(&official, "official", "", "")
	}); err != nil {
		return err
	}
	given := 0
	for _, s := range []string{out, book, official} {
		if s != "" {
			given++
		}
	}
	if given != 1 {
		return wrong("ghi --out để lấy gói đã ký, hoặc --xlsx, --official để lấy các mẫu ra Excel")
	}
	if official != "" {
		return c.exportOfficial(official)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	take := o.Export
	if book != "" {
		take, out = o.Workbook, book
	}
	f, err := take(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	if err := office.WriteFile(out, f.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"id": c.args[0], "file": out}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi", out) })
}

// exportOfficial writes the agency's workbooks, filled, into one file or a folder.
func (c *call) exportOfficial(out string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	files, err := o.OfficialBooks(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	if !strings.EqualFold(filepath.Ext(out), ".xlsx") {
		return c.write(out, files)
	}
	if len(files) > 1 {
		return wrong("hồ sơ có %d mẫu của cơ quan BHXH, mỗi mẫu một tệp: ghi --official THƯ_MỤC", len(files))
	}
	if err := office.WriteFile(out, files[0].Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"id": c.args[0], "file": out}, func(w io.Writer) { fmt.Fprintln(w, "Đã ghi", out) })
}

func runAgain(c *call) error {
	o, err := c.on(1)
	if err != nil {
		return err
	}
	d, err := o.Again(c.ctx, c.args[0])
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"id": d.ID, "parent": d.Parent}, func(w io.Writer) {
		fmt.Fprintf(w, "Bản nháp mới %s, chép từ %s\n", d.ID, d.Parent)
	})
}

func runCancel(c *call) error {
	o, err := c.on(1)
	if err != nil {
		return err
	}
	if err := o.Cancel(c.ctx, c.args[0]); err != nil {
		return err
	}
	return c.answer(map[string]any{"id": c.args[0], "state": "huy"}, func(w io.Writer) { fmt.Fprintln(w, "Đã huỷ", c.args[0]) })
}
