package cli

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"ankhai/app/office"
	"ankhai/storage"
)

func init() {
	register(
		&command{name: "backup", group: groupMachine, short: "sao lưu, xem và kiểm tra bản sao, khôi phục, cứu tệp hỏng",
			use: "backup list | create [TỆP] | verify TỆP | restore TỆP [--employer MST] | salvage | place THƯ_MỤC|--none",
			long: `Mỗi ngày một lần chương trình tự sao lưu vào thư mục sao-luu trong thư mục dữ liệu: giữ bản cuối của 7 ngày và của 8 tuần
gần nhất, bản nào cũng được đọc lại trước khi tính.
  list              các bản sao đang có, và lần sao lưu gần nhất ra sao
  create            thêm một bản vào thư mục sao-luu ngay bây giờ
  create TỆP        ghi tất cả vào một tệp, kể cả sổ những gì đã gửi, tệp đính kèm và khoá đã niêm phong:
                    để cất ở nơi khác, hoặc để chuyển sang máy khác
  verify TỆP        đọc bản sao từ đầu đến cuối và đếm; bản sao .db của phiên bản 0.1.0 cũng đọc được
  restore TỆP       thay dữ liệu hiện tại bằng bản sao; dữ liệu cũ được giữ ở bên cạnh. Trên máy khác: khôi phục vào thư mục trống
  restore TỆP --employer MST
                    chỉ lấy lại một đơn vị: người lao động, bảng lương và hồ sơ nháp theo bản sao; hồ sơ đã ký, đã gửi
                    và sổ đã gửi thì gộp lại, không mất dòng nào
  salvage           khi tệp dữ liệu hỏng: chép những gì còn đọc được sang tệp mới, báo mất gì ở bảng nào, giữ tệp hỏng
  place THƯ_MỤC     chép mỗi bản sao thêm vào một thư mục ở ổ đĩa khác; --none: thôi không chép nữa
Sau khi khôi phục bản sao cũ, điều đã gửi vẫn được nhớ: gửi lại thì bị từ chối kèm bằng chứng, nên không nộp hai lần.
Ví dụ: bhxh backup create E:\an-khai-2026-11.ankhai`,
			run: runBackup},
	)
}

func runBackup(c *call) error {
	var employer string
	var none bool
	if err := c.flags(1, 2, func(fs *flag.FlagSet) {
		fs.StringVar(&employer, "employer", "", "")
		fs.BoolVar(&none, "none", false, "")
	}); err != nil {
		return err
	}
	file := ""
	if len(c.args) == 2 {
		file = c.args[1]
	}
	need := func(yes bool) error {
		if (file != "") != yes {
			return wrong("bhxh backup %s: %s", c.args[0], map[bool]string{true: "thiếu TỆP", false: "thừa đối số"}[yes])
		}
		return nil
	}
	switch c.args[0] {
	case "list":
		return errors.Join(need(false), c.backupList())
	case "create":
		return c.backupCreate(file)
	case "verify":
		if err := need(true); err != nil {
			return err
		}
		var info storage.BackupInfo
		if err := c.withKeys(func(src office.Sources) (err error) {
			info, err = office.VerifyBackup(c.ctx, file, src, c.Now)
			return err
		}); err != nil {
			return err
		}
		return c.backedUp("Bản sao đọc được:", file, info)
	case "restore":
		if err := need(true); err != nil {
			return err
		}
		if employer != "" {
			return c.takeEmployer(file, employer, sealFlags{})
		}
		return c.backupRestore(file)
	case "salvage":
		if err := need(false); err != nil {
			return err
		}
		return c.backupSalvage()
	case "place":
		if err := need(!none); err != nil {
			return err
		}
		return c.backupPlace(file)
	}
	return wrong("backup list, create, verify, restore, salvage hoặc place")
}

// backedUp tells what is in a backup.
func (c *call) backedUp(done, path string, info storage.BackupInfo) error {
	return c.answer(map[string]any{
		"file": path, "employers": info.Employers, "people": info.People, "dossiers": info.Dossiers, "submissions": info.Submissions, "bytes": info.Bytes,
	}, func(w io.Writer) {
		fmt.Fprintf(w, "%s %s: %d đơn vị, %d người, %d hồ sơ, %d lần gửi\n", done, path, info.Employers, info.People, info.Dossiers, info.Submissions)
	})
}

func (c *call) backupCreate(file string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	if file != "" {
		info, err := o.Backup(c.ctx, file)
		if err != nil {
			return err
		}
		return c.backedUp("Đã sao lưu vào", file, info)
	}
	b, info, err := o.BackUpNow(c.ctx)
	if err != nil {
		return err
	}
	return c.backedUp("Đã sao lưu vào", b.Path, info)
}

func (c *call) backupRestore(file string) error {
	dir, err := c.dir()
	if err != nil {
		return err
	}
	var info storage.BackupInfo
	if err := c.withKeys(func(src office.Sources) (err error) {
		info, err = office.Restore(c.ctx, office.Config{Dir: dir, Now: c.Now, Keys: src}, file)
		return err
	}); err != nil {
		return err
	}
	return c.backedUp("Đã khôi phục từ", file, info)
}

// shelfLine is one backup of a list, the shape that scripts rely on.
type shelfLine struct {
	File  string    `json:"file"`
	At    time.Time `json:"at"`
	Bytes int64     `json:"bytes"`
}

func (c *call) backupList() error {
	o, err := c.office()
	if err != nil {
		return c.listWithout(err)
	}
	s, err := o.Backups(c.ctx)
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"level": s.Level, "message": s.Say, "trouble": s.Trouble, "dir": s.Dir, "other": s.Other,
		"backups": shelfLines(s.All), "bad": list(s.Bad)}, func(w io.Writer) {
		fmt.Fprintln(w, s.Say)
		if s.Trouble != "" {
			fmt.Fprintln(w, "✗", s.Trouble)
		}
		c.printShelf(w, s.Dir, s.All)
		for _, b := range s.Bad {
			fmt.Fprintln(w, "  không đọc lại được, giữ riêng:", filepath.Base(b))
		}
	})
}

// listWithout lists the backups of a data folder whose store does not open: that is
// when they are needed.
func (c *call) listWithout(why error) error {
	dir, err := c.dir()
	if err != nil || !office.Damaged(why, dir) {
		return why
	}
	h := storage.Shelf{Dir: filepath.Join(dir, storage.ShelfDir)}
	all, err := h.List()
	if err != nil {
		return err
	}
	return c.answer(map[string]any{"level": office.Red, "message": office.Say(why), "trouble": office.Say(why), "dir": h.Dir,
		"backups": shelfLines(all)}, func(w io.Writer) {
		fmt.Fprintln(w, office.Say(why))
		c.printShelf(w, h.Dir, all)
	})
}

func shelfLines(all []storage.Backup) []shelfLine {
	out := make([]shelfLine, len(all))
	for i, b := range all {
		out[i] = shelfLine{b.Path, b.At.UTC().Truncate(time.Second), b.Bytes}
	}
	return out
}

func (c *call) printShelf(w io.Writer, dir string, all []storage.Backup) {
	fmt.Fprintln(w, "Thư mục sao lưu:", dir)
	var lines [][]string
	for _, b := range all {
		lines = append(lines, []string{"  " + filepath.Base(b.Path), stamp(b.At), fmt.Sprintf("%d KB", (b.Bytes+1023)>>10)})
	}
	table(w, lines)
}

func (c *call) backupSalvage() error {
	dir, err := c.dir()
	if err != nil {
		return err
	}
	if _, err := os.Stat(dir); err != nil {
		return err
	}
	var r office.SalvageReport
	if err := c.withKeys(func(src office.Sources) (err error) {
		r, err = office.Salvage(c.ctx, office.Config{Dir: dir, Now: c.Now, Keys: src})
		return err
	}); err != nil {
		return err
	}
	type lost struct {
		Table  string `json:"table"`
		Rows   int64  `json:"rows"`
		After  string `json:"after"`
		Before string `json:"before"`
	}
	gaps := []lost{}
	for _, t := range r.Tables {
		for _, g := range t.Lost {
			gaps = append(gaps, lost{t.Table, t.Rows, g.After, g.Before})
		}
	}
	return c.answer(map[string]any{"employers": r.Info.Employers, "people": r.Info.People, "dossiers": r.Info.Dossiers, "submissions": r.Info.Submissions,
		"lost": gaps, "orphans": r.Orphans, "unsigned": list(r.Unsigned), "carried": r.Carried, "damaged": r.Aside}, func(w io.Writer) {
		for _, l := range r.Lines() {
			fmt.Fprintln(w, l)
		}
	})
}

func (c *call) backupPlace(dir string) error {
	o, err := c.office()
	if err != nil {
		return err
	}
	if err := o.SetBackupPlace(c.ctx, dir); err != nil {
		return err
	}
	return c.answer(map[string]any{"other": dir}, func(w io.Writer) {
		if dir == "" {
			fmt.Fprintln(w, "Từ nay không chép bản sao sang nơi thứ hai nữa; những gì đã chép vẫn còn ở đó.")
			return
		}
		fmt.Fprintln(w, "Bản sao gần nhất đã chép sang", dir+"; từ nay bản nào cũng được chép sang đó.")
	})
}
