package doctor

// kind is what can be found. Its number is public, as TK-01 and so on: it is never
// used for another meaning, and new ones go to the end.
type kind int

const (
	fine kind = iota
	noDriver
	fileMissing
	noLibrary
	otherSystem
	otherMachine
	noEntry
	openFolder
	doesNotLoad
	hangs
	crashes
	notStarted
	noReader
	noToken
	tokenFault
	notInitialized
	pinNotSet
	pinToChange
	pinLow
	pinLast
	pinLocked
	noMechanism
	noCertificate
	onlyAuthorities
	noKeyID
	keyNotSeen
	keyKind
	expired
	expiresSoon
	notYetValid
	wrongUsage
	otherTaxCode
	noTaxCode
	clockWrong
	driverOther
	kinds // their number
)

// words are what a person reads: what is the matter, and what to do.
var words = [kinds]struct {
	level     Level
	say, mend string
}{
	fine:            {Good, "ký được, hạn đến %s", ""},
	noDriver:        {Bad, "không thấy trình điều khiển của token nào đã biết trên máy này", "Cài trình điều khiển mà nhà cung cấp chữ ký số giao kèm token, hoặc chọn tệp thư viện PKCS #11 của nó."},
	fileMissing:     {Bad, "không còn tệp thư viện ở đường dẫn đã chọn", "Chọn lại tệp, hoặc cài lại trình điều khiển."},
	noLibrary:       {Bad, "tệp không phải thư viện, hoặc bị hỏng", "Cài lại trình điều khiển của nhà cung cấp."},
	otherSystem:     {Bad, "thư viện của hệ điều hành khác", "Tải bản trình điều khiển dành cho hệ điều hành của máy này."},
	otherMachine:    {Bad, "thư viện không cùng kiểu 32 bit, 64 bit hay bộ xử lý với chương trình này", "Cài bản trình điều khiển cùng kiểu với chương trình (thường là 64 bit)."},
	noEntry:         {Bad, "thư viện không phải trình điều khiển PKCS #11", "Chọn tệp PKCS #11 của nhà cung cấp, không chọn tệp CSP (thường có _s trong tên)."},
	openFolder:      {Bad, "thư viện nằm ở thư mục mà ai cũng ghi được nên không được nạp", "Chuyển nó về nơi cài đặt của nhà cung cấp, hoặc xác nhận là tin nơi này."},
	doesNotLoad:     {Bad, "thư viện không nạp được, thường vì thiếu thư viện đi kèm", "Cài lại trọn bộ trình điều khiển; không chép riêng một tệp."},
	hangs:           {Bad, "trình điều khiển không trả lời nên đã bị dừng", "Rút token, đợi mười giây rồi cắm lại. Nếu vẫn vậy, cài bản mới của trình điều khiển."},
	crashes:         {Bad, "trình điều khiển tự dừng giữa chừng", "Cập nhật trình điều khiển; gỡ trình điều khiển của token khác nếu không dùng nữa."},
	notStarted:      {Bad, "trình điều khiển không khởi động được", "Kiểm tra dịch vụ thẻ thông minh của máy (Smart Card, pcscd) đang chạy, rồi thử lại."},
	noReader:        {Mind, "trình điều khiển chạy, không thấy đầu đọc nào", "Cắm token vào cổng USB khác, không qua bộ chia. Nếu token của nhà cung cấp khác thì bỏ qua dòng này."},
	noToken:         {Mind, "trình điều khiển chạy, đầu đọc không có token", "Cắm token. Nếu token của nhà cung cấp khác thì bỏ qua dòng này."},
	tokenFault:      {Bad, "không đọc được token (%s)", "Rút token, cắm lại. Nếu vẫn vậy, dùng trình điều khiển của đúng nhà cung cấp, hoặc gửi mã lỗi này cho họ."},
	notInitialized:  {Bad, "token chưa khởi tạo, còn trắng", "Gửi token cho nhà cung cấp để nạp chứng thư; tự khởi tạo sẽ xoá những gì trong token."},
	pinNotSet:       {Bad, "chưa đặt mã PIN người dùng", "Đặt mã PIN bằng phần mềm của nhà cung cấp."},
	pinToChange:     {Bad, "phải đổi mã PIN trước lần dùng đầu", "Đổi mã PIN bằng phần mềm của nhà cung cấp."},
	pinLow:          {Mind, "đã có lần nhập sai mã PIN", "Nhập đúng ở lần tới thì số lần sai được xoá."},
	pinLast:         {Mind, "chỉ còn một lần nhập mã PIN, nhập sai nữa thì token bị khoá", "Tìm đúng mã PIN trước khi thử; không chắc thì hỏi nhà cung cấp."},
	pinLocked:       {Bad, "mã PIN đã bị khoá", "Liên hệ nhà cung cấp chữ ký số để mở khoá; cần giấy tờ của đơn vị."},
	noMechanism:     {Bad, "token không ký được theo RSA PKCS #1 hoặc ECDSA", "Cập nhật trình điều khiển, hoặc hỏi nhà cung cấp về loại token này."},
	noCertificate:   {Bad, "token không có chứng thư số", "Gửi token cho nhà cung cấp để nạp chứng thư."},
	onlyAuthorities: {Bad, "token chỉ có chứng thư của nơi cấp, không có chứng thư của đơn vị", "Gửi token cho nhà cung cấp để nạp chứng thư của đơn vị."},
	noKeyID:         {Bad, "chứng thư không ghi mã khoá nên không tìm được khoá bí mật của nó", "Nhờ nhà cung cấp nạp lại chứng thư và khoá."},
	keyNotSeen:      {Mind, "chưa thấy khoá đi cùng chứng thư; chỉ biết chắc sau khi nhập mã PIN", "Ký thử. Nếu báo không có khoá bí mật, nhờ nhà cung cấp nạp lại khoá."},
	keyKind:         {Bad, "loại khoá của chứng thư chưa được hỗ trợ", "Xin cấp chứng thư RSA từ 2048 bit hoặc ECDSA."},
	expired:         {Bad, "đã hết hạn ngày %s", "Gia hạn với nhà cung cấp."},
	expiresSoon:     {Mind, "còn %d ngày, hết hạn ngày %s", "Gia hạn với nhà cung cấp trước ngày đó."},
	notYetValid:     {Bad, "chưa có hiệu lực, bắt đầu từ ngày %s", "Kiểm tra ngày giờ của máy, hoặc đợi đến ngày đó."},
	wrongUsage:      {Bad, "không dùng để ký", "Chọn chứng thư ký của đơn vị."},
	otherTaxCode:    {Bad, "thuộc mã số thuế %s, đơn vị đang kê khai là %s", "Cắm token của đơn vị đang kê khai, hoặc chuyển sang đơn vị của token này."},
	noTaxCode:       {Bad, "không ghi mã số thuế, đơn vị đang kê khai là %s", "Dùng chứng thư cấp cho tổ chức có ghi mã số thuế."},
	clockWrong:      {Bad, "máy đang ghi ngày %s", "Chỉnh lại ngày giờ của máy trước khi ký."},
	driverOther:     {Bad, "trình điều khiển không dùng được", ""},
}
