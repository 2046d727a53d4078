// Command ankhai is the desktop program. It reads its flags, opens the data
// folder and shows the window; everything else lives below app.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"time"

	"fyne.io/fyne/v2/app"

	"ankhai/app/office"
	"ankhai/app/ui"
)

// id is the program's name for the operating system; FyneApp.toml has the same.
const id = "vn.ankhai.bhxh"

func main() {
	data := flag.String("data", "", "thư mục dữ liệu; để trống: thư mục của người dùng")
	sample := flag.Bool("sample", false, "mở công ty mẫu nếu thư mục dữ liệu chưa có đơn vị nào")
	shot := flag.String("shot", "", "vẽ các màn hình chính thành tệp PNG trong thư mục này rồi thoát; không cần màn hình")
	flag.Parse()
	if err := run(*data, *sample, *shot); err != nil {
		fmt.Fprintln(os.Stderr, office.Say(err))
		os.Exit(1)
	}
}

func run(data string, sample bool, shot string) (err error) {
	if data == "" {
		if data, err = office.DefaultDir(os.UserConfigDir); err != nil {
			return err
		}
	}
	ctx := context.Background()
	conf := office.Config{Dir: data, Now: time.Now}
	if shot == "" {
		conf.KeepBackups = true
		return ui.Run(ctx, app.NewWithID(id), conf, sample)
	}
	o, err := office.Open(ctx, conf)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, o.Close()) }()
	if sample {
		if err := o.Rehearse(ctx); err != nil {
			return err
		}
	}
	return draw(shot, o)
}
