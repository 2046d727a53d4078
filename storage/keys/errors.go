package keys

import (
	"errors"
	"fmt"
	"strings"
)

// The outcomes a caller tells apart with errors.Is. Each has its sentence in Say.
var (
	ErrMissing    = errors.New("key file is missing beside encrypted data")
	ErrDamaged    = errors.New("key file is damaged in both copies")
	ErrMixed      = errors.New("the two key files belong to different data")
	ErrNewer      = errors.New("key file is of a newer version")
	ErrExists     = errors.New("there is a key file already")
	ErrNeedSecret = errors.New("no slot opens without a secret")
	ErrPassphrase = errors.New("wrong passphrase")
	ErrRecovery   = errors.New("wrong recovery key")
	ErrTypo       = errors.New("recovery key is mistyped")
	ErrWeak       = errors.New("passphrase is too short")
	ErrTooLong    = errors.New("passphrase is too long or no text")
	ErrLastSlot   = errors.New("the last slot stays")
	ErrNoSlot     = errors.New("there is no such slot")
	ErrNoKeyring  = errors.New("the keyring does not answer")
	ErrNoPlace    = errors.New("there is no place to keep the key")
	ErrReadOnly   = errors.New("this key file is only read")
	ErrTurning    = errors.New("the data key is being changed")
)

var sentences = []struct {
	kind error
	say  string
}{
	{ErrMissing, "Chưa mở được dữ liệu: thư mục có dữ liệu đã mã hoá nhưng thiếu tệp khoá kho.khoa. Chép kho.khoa từ bản sao lưu gần nhất về cạnh ankhai.db rồi mở lại; chương trình chưa ghi gì vào thư mục này."},
	{ErrDamaged, "Chưa mở được dữ liệu: cả hai tệp khoá kho.khoa và kho.khoa.2 đều hỏng. Chép kho.khoa từ bản sao lưu gần nhất về rồi mở lại."},
	{ErrMixed, "Chưa mở được dữ liệu: kho.khoa và kho.khoa.2 thuộc hai bộ dữ liệu khác nhau. Giữ lại tệp đi cùng ankhai.db này, cất tệp kia sang thư mục khác rồi mở lại."},
	{ErrNewer, "Chưa mở được dữ liệu: tệp khoá do phiên bản AnKhai mới hơn tạo ra. Cập nhật AnKhai rồi mở lại."},
	{ErrExists, "Chưa tạo khoá: thư mục này đã có tệp khoá kho.khoa. Mở dữ liệu bằng tệp khoá đó."},
	{ErrPassphrase, "Mật khẩu dữ liệu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi gõ lại, hoặc dùng khoá khôi phục đã in."},
	{ErrRecovery, "Khoá khôi phục này không phải của bộ dữ liệu này, hoặc đã được thay bằng khoá mới hơn. Tìm tờ in mới nhất, hoặc dùng mật khẩu dữ liệu."},
	{ErrWeak, fmt.Sprintf("Mật khẩu dữ liệu: ít nhất %d ký tự. Bốn từ bất kỳ ghép lại là đủ dài và dễ nhớ.", MinPassphrase)},
	{ErrTooLong, fmt.Sprintf("Mật khẩu dữ liệu: phải là chữ đọc được và không quá %d byte. Chọn mật khẩu khác.", maxPassphrase)},
	{ErrLastSlot, "Chưa bỏ: đây là cách mở dữ liệu duy nhất không cần khoá khôi phục. Thêm cách khác trước: bhxh keys passphrase set, hoặc bhxh keys keyring on."},
	{ErrNoSlot, "Không có cách mở này trong tệp khoá. Xem các cách đang có: bhxh keys list"},
	{ErrNoKeyring, "Kho khoá của hệ điều hành không trả lời. Đăng nhập phiên làm việc có kho khoá (Windows Credential Manager, macOS Keychain, GNOME Keyring hoặc KWallet) rồi làm lại, hoặc đặt mật khẩu: bhxh keys passphrase set"},
	{ErrNoPlace, "Chưa tạo được khoá dữ liệu: không có kho khoá của hệ điều hành, không có thư mục cấu hình của người dùng và chưa cho mật khẩu. Cho một mật khẩu (--passphrase-file hoặc --passphrase-env)."},
	{ErrReadOnly, "Tệp khoá của bản sao lưu chỉ để đọc. Khôi phục bản sao lưu trước, rồi đổi khoá ở đó."},
	{ErrTurning, "Chưa làm được: khoá dữ liệu đang được thay. Mở lại dữ liệu để việc thay khoá xong, rồi làm lại."},
}

// Say returns the Vietnamese sentence of an outcome of this package, "" if err is
// none of them.
func Say(err error) string {
	var typo *Typo
	if errors.As(err, &typo) {
		return typo.Say()
	}
	var need *NeedError
	if errors.As(err, &need) {
		return need.Say()
	}
	for _, s := range sentences {
		if errors.Is(err, s.kind) {
			return s.say
		}
	}
	return ""
}

// NeedError is ErrNeedSecret with what would open the data.
type NeedError struct {
	Have  []Kind // the kinds of slots in the file
	Tried error  // why the keyring or the machine's key did not; nil if neither has a slot
}

func (e *NeedError) Error() string {
	s := fmt.Sprintf("%v: slots %v", ErrNeedSecret, e.Have)
	if e.Tried != nil {
		s += ": " + e.Tried.Error()
	}
	return s
}

// Unwrap makes it ErrNeedSecret.
func (e *NeedError) Unwrap() error { return ErrNeedSecret }

// Takes reports whether a secret of the kind would open the data.
func (e *NeedError) Takes(k Kind) bool {
	for _, h := range e.Have {
		if h == k {
			return true
		}
	}
	return false
}

// Say tells which slots there are and what to type.
func (e *NeedError) Say() string {
	var why, ways []string
	if e.Takes(KindKeyring) {
		why = append(why, "kho khoá của hệ điều hành không đưa khoá ra")
	}
	if e.Takes(KindMachine) {
		why = append(why, "khoá theo máy không có trong hồ sơ người dùng này")
	}
	if e.Takes(KindPassphrase) {
		ways = append(ways, "gõ mật khẩu dữ liệu (--passphrase-file, --passphrase-env)")
	}
	if e.Takes(KindRecovery) {
		ways = append(ways, "gõ khoá khôi phục đã in (--recovery-file)")
	}
	s := "Chưa mở được dữ liệu: cần khoá"
	if len(why) > 0 {
		s = "Chưa mở được dữ liệu: " + strings.Join(why, ", ")
	}
	if len(ways) == 0 {
		return s + ". Đăng nhập đúng máy và đúng người dùng đã tạo dữ liệu, mở kho khoá rồi làm lại; bộ dữ liệu này chưa có mật khẩu và khoá khôi phục."
	}
	return s + ". Cách mở: " + strings.Join(ways, " hoặc ") + "."
}
