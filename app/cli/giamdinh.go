package cli

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"ankhai/app/office"
	"ankhai/forms/form"
	"ankhai/forms/giamdinh"
	"ankhai/forms/law"
)

func init() {
	register(&command{name: "giamdinh", group: groupFile, short: "gói giám định BHYT của cơ sở khám, chữa bệnh: xét, đóng gói",
		use: "giamdinh check TỆP.xml | pack --out GIAMDINHHS.xml [--facility MÃ] [--date NGÀY] BẢNG.xml… | spec",
		long: `Không cần dữ liệu của đơn vị. Nhận gói GIAMDINHHS.xml, hoặc một bảng riêng (XML0 đến XML15, trừ XML12).
  check TỆP.xml        xét bìa gói, từng bảng, từng trường, và đối chiếu các bảng trong mỗi hồ sơ;
                       chỗ sai nói rõ tệp, hồ sơ, bảng, dòng, trường và cách sửa
  pack BẢNG.xml…       xếp các bảng theo mã liên kết thành hồ sơ, ghi thành một gói chưa ký; còn lỗi thì không ghi
    --out TỆP          nơi ghi gói
    --facility MÃ      mã cơ sở; không có thì lấy ở XML1
    --date NGÀY        ngày lập, ví dụ 22/11/2026; không có thì là hôm nay
  spec                 các bảng, các trường và các điều được xét, với độ tin
Ký gói đã đóng: bhxh sign GIAMDINHHS.xml --key …, chữ ký nằm ở ` + giamdinh.SignPath + `
Ví dụ: bhxh giamdinh pack --out GIAMDINHHS.xml XML1.xml XML2.xml XML3.xml
Mã thoát 1 khi có Lỗi; chỉ có Nhắc thì 0.`, run: runGiamDinh})
}

func runGiamDinh(c *call) error {
	var out, facility, date string
	if err := c.flags(1, -1, func(fs *flag.FlagSet) {
		fs.StringVar(&out, "out", "", "")
		fs.StringVar(&facility, "facility", "", "")
		fs.StringVar(&date, "date", "", "")
	}); err != nil {
		return err
	}
	switch {
	case c.args[0] == "check" && len(c.args) == 2 && out+facility+date == "":
		return c.checkPackage(c.args[1])
	case c.args[0] == "pack" && len(c.args) > 1:
		return c.pack(out, facility, date, c.args[1:])
	case c.args[0] == "spec" && len(c.args) == 1:
		spec := giamdinh.Spec()
		return c.answer(map[string]any{"spec": spec}, func(w io.Writer) { fmt.Fprint(w, spec) })
	}
	return wrong("giamdinh check TỆP.xml, giamdinh pack --out TỆP BẢNG.xml…, hoặc giamdinh spec")
}

func (c *call) checkPackage(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	rep, err := giamdinh.Check(filepath.Base(path), f, office.DayOf(c.Now()))
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	if err := c.answer(packageJSON(rep), func(w io.Writer) { printPackage(w, rep) }); err != nil {
		return err
	}
	if form.Blocks(rep.Faults) {
		return errFaults
	}
	return nil
}

func (c *call) pack(out, facility, date string, paths []string) error {
	if out == "" {
		return wrong("thiếu --out, ví dụ --out GIAMDINHHS.xml")
	}
	day := office.DayOf(c.Now())
	p := giamdinh.Phieu{MaCSKCB: facility, NgayLap: day}
	if date != "" {
		var ok bool
		if p.NgayLap, ok = law.ParseDay(date); !ok {
			return wrong("--date phải có dạng 22/11/2026 (đang ghi %q)", date)
		}
	}
	var files []office.File
	size := 0
	for _, path := range paths {
		data, err := readFile(path)
		if err != nil {
			return err
		}
		if size += len(data); size > office.MaxTables {
			return fmt.Errorf("pack %s: %w", path, errFileTooBig)
		}
		files = append(files, office.File{Name: filepath.Base(path), Bytes: data})
	}
	data, rep, err := office.PackTables(p, files, day)
	if err != nil {
		return err
	}
	if data != nil {
		if err := office.WriteFile(out, data); err != nil {
			return err
		}
	}
	answer := packageJSON(rep)
	if data != nil {
		answer["file"], answer["sign"] = out, giamdinh.SignPath
	}
	if err := c.answer(answer, func(w io.Writer) {
		printPackage(w, rep)
		if data != nil {
			fmt.Fprintf(w, "Đã ghi %s. Ký trước khi gửi: bhxh sign %s --key …\n", out, out)
		}
	}); err != nil {
		return err
	}
	if data == nil {
		return errFaults
	}
	return nil
}

// packageJSON is what a package or a table holds, for scripts.
func packageJSON(rep giamdinh.BaoCao) map[string]any {
	return map[string]any{
		"kind": rep.Loai, "facility": rep.Goi.MaCSKCB, "dossiers": rep.Goi.SoHoSo, "signed": rep.Goi.DaKy,
		"tables": rep.Bang, "faults": flat(rep.Faults), "more": rep.Con,
	}
}

// printPackage says what a file holds, then its faults, each with its places.
func printPackage(w io.Writer, rep giamdinh.BaoCao) {
	var tables []string
	for _, b := range giamdinh.Bangs() {
		if n := rep.Bang[b.Ma]; n > 0 {
			tables = append(tables, b.Ma+" "+strconv.Itoa(n)+" dòng")
		}
	}
	if rep.Loai == giamdinh.Ten {
		fmt.Fprintf(w, "Gói %s: cơ sở %s, %d hồ sơ\n", rep.Loai, or(rep.Goi.MaCSKCB, "chưa rõ"), rep.Goi.SoHoSo)
	}
	if len(tables) > 0 {
		fmt.Fprintln(w, strings.Join(tables, ", "))
	}
	if len(rep.Faults) == 0 {
		fmt.Fprintln(w, "Không có lỗi.")
		return
	}
	for _, f := range rep.Faults {
		fmt.Fprintf(w, "%s %s: %s\n", f.Level, f.Code, f.Say)
		for i, p := range f.Places {
			if i == maxShown {
				fmt.Fprintf(w, "    … và %d chỗ nữa\n", len(f.Places)-i)
				break
			}
			fmt.Fprintln(w, "    "+place(p))
		}
		fmt.Fprintf(w, "    Căn cứ: %s\n", f.Basis)
	}
	loi, nhac := form.Count(rep.Faults)
	fmt.Fprintf(w, "%d lỗi, %d nhắc\n", loi, nhac)
	if rep.Con > 0 {
		fmt.Fprintf(w, "Còn %d chỗ nữa không liệt kê; sửa các chỗ trên rồi xét lại.\n", rep.Con)
	}
}

// maxShown is how many places of one fault a person reads.
const maxShown = 12

// place is where a fault stands: tệp, hồ sơ, bảng, dòng, trường.
func place(p form.Place) string {
	s := []string{}
	if p.Table != "" {
		s = append(s, p.Table)
	}
	if p.Row > 0 {
		s = append(s, "dòng "+strconv.Itoa(p.Row))
	}
	if p.Tag != "" {
		s = append(s, p.Tag)
	}
	if p.Fix != "" {
		s = append(s, "có thể là "+p.Fix)
	}
	return or(strings.Join(s, ", "), "cả gói")
}
