package cli

import (
	"fmt"
	"io"
	"net"
	"path/filepath"

	"ankhai/app/office"
	"ankhai/signing"
	"ankhai/signing/remote/standin"
)

// practiceCA is the file in the data folder that --ca takes for the practice service.
const practiceCA = "ky-tu-xa-tap.pem"

// decisions are what --decide takes.
var decisions = map[string]standin.Decision{
	"confirm": standin.Confirm, "decline": standin.Decline, "lapse": standin.Lapse, "wait": standin.Pending,
}

// practiseRemote runs the stand-in with the sample company's practice key, until it
// is stopped.
func (c *call) practiseRemote(addr, decide string) error {
	then, ok := decisions[decide]
	if !ok {
		return wrong("--decide phải là confirm, decline, lapse hoặc wait")
	}
	if host, _, err := net.SplitHostPort(addr); err != nil || host != "localhost" && !net.ParseIP(host).IsLoopback() {
		return wrong("--addr phải là địa chỉ của chính máy này, có cổng, ví dụ 127.0.0.1:8444 (đang ghi %q)", addr)
	}
	key, err := c.practiceKey()
	if err != nil {
		return err
	}
	defer key.Close()
	after := 3 // the holder takes a moment to find the telephone
	if decide == "wait" {
		after = 0
	}
	box, err := standin.Start(standin.Options{Addr: addr, Keys: []signing.Key{key}, After: after, Then: then})
	if err != nil {
		return refusal("Không mở được dịch vụ để tập ở " + addr + ": số cổng này đang có chương trình khác dùng. Chọn số khác bằng --addr.")
	}
	defer box.Close()
	dir, err := c.dir()
	if err != nil {
		return err
	}
	ca := filepath.Join(dir, practiceCA)
	if err := office.WriteFile(ca, box.CA); err != nil {
		return err
	}
	if err := c.answer(map[string]any{"url": box.URL, "ca": ca, "clientId": standin.ClientID, "secret": standin.Secret, "user": standin.User}, func(w io.Writer) {
		fmt.Fprintf(w, `Dịch vụ ký từ xa để tập: %s
Không có giá trị pháp lý. Mật khẩu của mã đối tác: %s
Khai: bhxh remote add tap --service smartca --url %s/sca/sp769 --client-id %s --user %s --ca %s
Dừng bằng Ctrl+C.
`, box.URL, standin.Secret, box.URL, standin.ClientID, standin.User, ca)
	}); err != nil {
		return err
	}
	<-c.ctx.Done()
	return nil
}

// practiceKey takes the key and lets go of the store, so that other commands can work
// beside the practice service.
func (c *call) practiceKey() (signing.Key, error) {
	o, err := c.office()
	if err != nil {
		return nil, err
	}
	key, err := o.OpenKey(c.ctx, office.Practice, nil)
	c.off = nil
	if e := o.Close(); err == nil {
		err = e
	}
	return key, err
}
