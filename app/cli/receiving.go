package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"strconv"

	"ankhai/app/office"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

const resultsHelp = `results MÃ --out: ghi các tệp kết quả mà cổng đã trả; chưa có kết quả thì không ghi gì. Mỗi tệp cũng được giữ lại cùng hồ sơ.
  import TỆP…   nhận biên nhận, giấy hẹn, thông báo, kết quả từ tệp: JSON, XML, PDF (cần pdftotext), văn bản, ảnh. Tìm hồ sơ theo số hồ sơ,
                mã gửi, mã giao dịch; không chắc thì nêu các hồ sơ có thể và không nhận, chọn bằng --dossier. Chữ ký được kiểm tra và ghi lại;
                tệp đã giữ không đổi, không xoá được. Hồ sơ không qua cổng thì đổi trạng thái theo tệp, hoặc theo --as
  enter MÃ      ghi lời cơ quan BHXH đã báo cho hồ sơ không qua cổng: --as, kèm --reason hoặc --reason-file, --so-ho-so
  list MÃ       các tệp đã giữ, chữ ký lúc nhận
  get MÃ SỐ     ghi một tệp đã giữ ra --out, kiểm tra lại chữ ký
  --as          returned (trả lại), result (có kết quả), accepted (đã nhận, có giấy hẹn)
Mã thoát 1 khi có tệp chưa nhận.
Ví dụ: bhxh results import giay-hen.pdf --dossier HS000001
       bhxh results enter HS000001 --as returned --reason 'Dòng 3: số CCCD không khớp'`

const resultsUse = "results MÃ --out THƯ_MỤC [--gateway ĐỊA_CHỈ] | import TỆP… [--dossier MÃ] [--as …] | enter MÃ --as … | list MÃ | get MÃ SỐ --out TỆP"

// resultFlags are the options of the command.
type resultFlags struct {
	gateway, out, dossier, as, reason, reasonFile, number string
}

// conclusions are what --as may be.
var conclusions = map[string]tralai.KetLuan{"": "", "returned": tralai.BiTraLai, "result": tralai.CoKetQua, "accepted": tralai.DaNhan}

func runResults(c *call) error {
	var f resultFlags
	if err := c.flags(1, -1, func(fs *flag.FlagSet) {
		fs.StringVar(&f.gateway, "gateway", "", "")
		fs.StringVar(&f.out, "out", "", "")
		fs.StringVar(&f.dossier, "dossier", "", "")
		fs.StringVar(&f.as, "as", "", "")
		fs.StringVar(&f.reason, "reason", "", "")
		fs.StringVar(&f.reasonFile, "reason-file", "", "")
		fs.StringVar(&f.number, "so-ho-so", "", "")
	}); err != nil {
		return err
	}
	as, ok := conclusions[f.as]
	if !ok {
		return wrong("--as là returned, result hoặc accepted (đang ghi %q)", f.as)
	}
	switch verb, n := c.args[0], len(c.args); {
	case verb == "import" && n > 1:
		return c.takeFiles(f, as)
	case verb == "enter" && n == 2:
		return c.enterResult(f, as)
	case verb == "list" && n == 2:
		return c.listReceived()
	case verb == "get" && n == 3:
		return c.getReceived(f)
	case n == 1 && f.out == "":
		return wrong("thiếu --out")
	case n != 1:
		return wrong("%s", resultsUse)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	files, err := o.Results(c.ctx, c.args[0], f.gateway)
	if err != nil {
		return err
	}
	return c.write(f.out, files)
}

func (c *call) takeFiles(f resultFlags, as tralai.KetLuan) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	var all []office.Taken
	left := false
	for _, path := range c.args[1:] {
		data, err := readFile(path)
		if err != nil {
			return err
		}
		t, err := o.Receive(c.ctx, office.Incoming{Name: filepath.Base(path), Data: data, Dossier: f.dossier, As: as})
		if err != nil {
			return err
		}
		all = append(all, t)
		left = left || t.Dossier == ""
	}
	out := []map[string]any{}
	for _, t := range all {
		out = append(out, takenJSON(t))
	}
	err = c.answer(map[string]any{"files": out}, func(w io.Writer) {
		for _, t := range all {
			printTaken(w, t)
		}
	})
	if err == nil && left {
		err = errFaults
	}
	return err
}

func takenJSON(t office.Taken) map[string]any {
	return map[string]any{"name": t.Name, "dossier": t.Dossier, "kept": t.Dossier != "", "again": t.Again, "state": t.Moved, "said": t.Said,
		"matches": list(t.Matches), "signature": t.Seal, "findings": list(t.Found)}
}

func printTaken(w io.Writer, t office.Taken) {
	switch {
	case t.Dossier == "":
		fmt.Fprintf(w, "%s: chưa nhận\n", t.Name)
	case t.Again:
		fmt.Fprintf(w, "%s: đã giữ từ trước cùng hồ sơ %s\n", t.Name, t.Dossier)
	default:
		fmt.Fprintf(w, "%s: đã giữ cùng hồ sơ %s, %s\n", t.Name, t.Dossier, t.Seal.Words())
	}
	if t.Said.SoHoSo != "" {
		fmt.Fprintln(w, "  Số hồ sơ", t.Said.SoHoSo)
	}
	if t.Said.NgayHen != 0 {
		fmt.Fprintln(w, "  Ngày hẹn trả", t.Said.NgayHen)
	}
	if t.Moved != "" {
		fmt.Fprintln(w, "  Hồ sơ nay:", t.Moved.Say())
	}
	for _, f := range t.Found {
		fmt.Fprintf(w, "  %s: %s\n", f.Level, f.Say)
	}
	if t.Dossier != "" {
		if t.Moved == storage.TraLai {
			fmt.Fprintf(w, "  Xem lý do ở từng ô: bhxh reasons %s\n", t.Dossier)
		}
		return
	}
	for _, m := range t.Matches {
		fmt.Fprintf(w, "  có thể là %s  %s (%s): bhxh results import %s --dossier %s\n", m.ID, m.Title, m.Why, t.Name, m.ID)
	}
}

func (c *call) enterResult(f resultFlags, as tralai.KetLuan) error {
	words := f.reason
	if f.reasonFile != "" {
		if words != "" {
			return wrong("ghi --reason hoặc --reason-file, không ghi cả hai")
		}
		data, err := readFile(f.reasonFile)
		if err != nil {
			return err
		}
		words = string(data)
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	t, err := o.Told(c.ctx, c.args[1], as, f.number, words)
	if err != nil {
		return err
	}
	err = c.answer(takenJSON(t), func(w io.Writer) { printTaken(w, t) })
	if err == nil && t.Dossier == "" {
		err = errFaults
	}
	return err
}

func (c *call) listReceived() error {
	o, err := c.office()
	if err != nil {
		return err
	}
	all, err := o.ReceivedFiles(c.ctx, c.args[1])
	if err != nil {
		return err
	}
	out := []map[string]any{}
	rows := [][]string{{"Số", "Nhận lúc", "Tệp", "Cách nhận", "Nói gì", "Chữ ký lúc nhận"}}
	for _, f := range all {
		out = append(out, map[string]any{"n": f.N, "name": f.Name, "time": f.At, "how": f.How, "said": f.Said, "signature": f.Seal})
		rows = append(rows, []string{fmt.Sprint(f.N), stamp(f.At), f.Name, f.How, f.Said.KetLuan.Say(), f.Seal.Words()})
	}
	return c.answer(map[string]any{"id": c.args[1], "files": out}, func(w io.Writer) {
		if len(all) == 0 {
			fmt.Fprintln(w, "Hồ sơ chưa có tệp nào nhận về.")
			return
		}
		table(w, rows)
	})
}

func (c *call) getReceived(f resultFlags) error {
	n, err := strconv.ParseInt(c.args[2], 10, 64)
	if err != nil {
		return wrong("số của tệp phải là một số (đang ghi %q): xem bhxh results list %s", c.args[2], c.args[1])
	}
	if f.out == "" {
		return wrong("thiếu --out")
	}
	o, err := c.office()
	if err != nil {
		return err
	}
	r, err := o.ReceivedFile(c.ctx, c.args[1], n)
	if err != nil {
		return err
	}
	if err := office.WriteFile(f.out, r.Bytes); err != nil {
		return err
	}
	return c.answer(map[string]any{"file": f.out, "name": r.Name, "signature": r.Seal, "signatureNow": r.Now}, func(w io.Writer) {
		fmt.Fprintf(w, "Đã ghi %s\n  Lúc nhận: %s\n  Bây giờ: %s\n", f.out, r.Seal.Words(), r.Now.Words())
	})
}
