// Command ankhai is the desktop program. It reads its flags, opens the data
// folder and shows the window; everything else lives below app.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"log"
	"os"
	"time"

	"fyne.io/fyne/v2/app"

	"ankhai/app/office"
	"ankhai/app/redact"
	"ankhai/app/ui"
	"ankhai/app/ui/start"
	"ankhai/signing/pkcs11"
)

func main() {
	pkcs11.Serve(os.Args)
	data := flag.String("data", "", "thư mục dữ liệu; để trống: thư mục của người dùng")
	sample := flag.Bool("sample", false, "mở công ty mẫu nếu thư mục dữ liệu chưa có đơn vị nào")
	shot := flag.String("shot", "", "vẽ các màn hình chính thành tệp PNG trong thư mục này rồi thoát; không cần màn hình")
	software := flag.Bool("software", false, "vẽ bằng phần mềm (thư mục sw cạnh chương trình) dù máy có OpenGL")
	flag.Parse()
	// libraries print what they are given
	log.SetOutput(start.Net(redact.Writer(os.Stderr), start.Caught(start.Here())))
	if *shot == "" {
		start.OrExit(*software)
	}
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
	keys := office.Sources{Keyring: office.OSKeyring(), ConfigDir: os.UserConfigDir}
	c := office.Config{Dir: data, Now: time.Now, Keys: keys, KeepBackups: shot == ""}
	if shot != "" {
		return draw(ctx, shot, c, sample)
	}
	a := app.NewWithID("vn.ankhai.bhxh") // FyneApp.toml has the same
	end, err := ui.Begin(ctx, a, c, sample)
	if err == nil {
		err = office.Guard(func() error { a.Run(); return nil }) // a fault in a handler ends in words
	}
	return errors.Join(err, office.KeepCrash(data, time.Now(), err), end(err == nil))
}
