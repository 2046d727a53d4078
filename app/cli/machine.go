package cli

import (
	"flag"
	"fmt"
	"io"
	"path/filepath"

	"ankhai/app/office"
	"ankhai/storage"
)

func init() {
	register(
		&command{name: "demo", group: groupMonth, short: "chạy cả việc chính với công ty mẫu, từ bảng lương đến số hồ sơ",
			use: "demo [--out THƯ_MỤC]",
			long: `Nhập bảng lương mẫu tháng 10 và 11/2026 của một công ty 120 người, so, lập hồ sơ 600, kiểm tra, điền chỗ thiếu, in, ký bằng khoá
thực hành và gửi tới cổng thực hành trong cùng tiến trình, qua HTTPS. Tệp đã ký và bản in nằm trong THƯ_MỤC (mặc định: ra).
Chạy lại sau khi bị ngắt ở bất kỳ bước nào: làm tiếp, không gửi hai lần.`, run: runDemo},
		&command{name: "doctor", group: groupMachine, short: "khám: dữ liệu, khoá, đồng hồ, cổng",
			use:  "doctor",
			long: `Xem những gì một tháng làm việc cần: dữ liệu mở được và nhật ký nguyên vẹn, đồng hồ đúng, có đơn vị, có khoá, cổng trả lời.`, run: runDoctor},
		&command{name: "backup", group: groupMachine, short: "sao lưu, kiểm tra bản sao, khôi phục",
			use: "backup create|verify|restore TỆP",
			long: `create ghi một bản sao đầy đủ, kể cả sổ những gì đã gửi; verify mở thử và đếm; restore thay dữ liệu hiện tại bằng bản sao,
và giữ dữ liệu cũ ở bên cạnh. Sau khi khôi phục bản sao cũ, chương trình hỏi cổng trước khi gửi nên không nộp hai lần.
Ví dụ: bhxh backup create sao-luu-2026-11.db`,
			run: runBackup},
	)
}

func runDemo(c *call) error {
	out := "ra"
	if err := c.flags(0, 0, func(fs *flag.FlagSet) { fs.StringVar(&out, "out", "ra", "") }); err != nil {
		return err
	}
	out, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	data := c.data
	if data == "" {
		data = filepath.Join(out, "kho")
	}
	say := func(format string, args ...any) {
		w := c.Out
		if c.json {
			w = c.Err
		}
		fmt.Fprintf(w, format+"\n", args...)
	}
	var res office.DemoResult
	if err := c.withKeys(func(src office.Sources) (err error) {
		res, err = office.Demo(c.ctx, office.DemoConfig{Dir: data, Out: out, Now: c.Now, Say: say, Keys: src})
		return err
	}); err != nil {
		return err
	}
	return c.answer(map[string]any{
		"id": res.ID, "soHoSo": res.SoHoSo, "state": res.State, "proposals": res.Proposals, "faults": res.FaultsBefore, "files": res.Files,
	}, func(w io.Writer) {
		fmt.Fprintf(w, "\nSố hồ sơ: %s\n", res.SoHoSo)
		for _, f := range res.Files {
			fmt.Fprintln(w, " ", f)
		}
	})
}

func runDoctor(c *call) error {
	o, err := c.on(0)
	if err != nil {
		return err
	}
	checks := o.Examine(c.ctx)
	return c.answer(map[string]any{"checks": checks}, func(w io.Writer) {
		for _, x := range checks {
			mark := "✓"
			if !x.OK {
				mark = "✗"
			}
			fmt.Fprintf(w, "%s %s: %s\n", mark, x.Name, x.Say)
		}
	})
}

func runBackup(c *call) error {
	if err := c.flags(2, 2, nil); err != nil {
		return err
	}
	path := c.args[1]
	say := func(info storage.BackupInfo, done string) error {
		return c.answer(map[string]any{
			"file": path, "employers": info.Employers, "people": info.People, "dossiers": info.Dossiers, "submissions": info.Submissions, "bytes": info.Bytes,
		}, func(w io.Writer) {
			fmt.Fprintf(w, "%s %s: %d đơn vị, %d người, %d hồ sơ, %d lần gửi\n", done, path, info.Employers, info.People, info.Dossiers, info.Submissions)
		})
	}
	switch c.args[0] {
	case "create":
		o, err := c.office()
		if err != nil {
			return err
		}
		info, err := o.Backup(c.ctx, path)
		if err != nil {
			return err
		}
		return say(info, "Đã sao lưu vào")
	case "verify":
		dir, err := c.dir()
		if err != nil {
			return err
		}
		var info storage.BackupInfo
		if err := c.withKeys(func(src office.Sources) (err error) {
			info, err = office.VerifyBackup(c.ctx, dir, path, c.Now, src)
			return err
		}); err != nil {
			return err
		}
		return say(info, "Bản sao mở được:")
	case "restore":
		dir, err := c.dir()
		if err != nil {
			return err
		}
		var info storage.BackupInfo
		if err := c.withKeys(func(src office.Sources) (err error) {
			info, err = office.Restore(c.ctx, dir, path, c.Now, src)
			return err
		}); err != nil {
			return err
		}
		return say(info, "Đã khôi phục từ")
	}
	return wrong("backup create, backup verify hoặc backup restore")
}
