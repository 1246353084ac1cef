// Words of signing in and of what a key does not allow. Both languages; a test holds them to the same keys.

export const chinese = {
  'signin.title': '登录',
  'signin.intro': '文流要有密钥才能用。密钥由运维发放，以 wl_ 开头。',
  'signin.key': '密钥',
  'signin.go': '登录',
  'signin.keep': '浏览器不保存密钥，只留一个页面脚本读不到的登录标记，到期或退出即失效。',
  'nav.signOut': '退出',
  'nav.signOut.title': '已用密钥 {0} 登录，点此退出',
  'access.submit.title': '这个密钥不能投稿',
  'access.submit': '{0} 只能查阅。要投稿，请找运维给密钥加上 submitter 角色。',
  'access.letters': '处理不了的记录由运维查看和重放；{0} 没有 operator 角色。',
  'access.webhook': '回调由运维设置；{0} 没有 operator 角色。',
  'access.alert': '这个提醒带有回调，只能由运维修改和删除。',
};

export const english = {
  'signin.title': 'Sign in',
  'signin.intro': 'A key is needed to use Wenliu. Operators give out keys; they begin with wl_.',
  'signin.key': 'Key',
  'signin.go': 'Sign in',
  'signin.keep': 'The browser does not keep the key, only a mark that no script of the page can read and that ends with time or when you sign out.',
  'nav.signOut': 'Sign out',
  'nav.signOut.title': 'Signed in with the key {0}; sign out',
  'access.submit.title': 'This key cannot submit',
  'access.submit': '{0} can read only. To submit, ask the operators to add the role submitter to the key.',
  'access.letters': 'What could not be processed is for operators to see and to replay; {0} does not have the role operator.',
  'access.webhook': 'Webhooks are set by operators; {0} does not have the role operator.',
  'access.alert': 'This alert has a webhook: only operators change and delete it.',
};
